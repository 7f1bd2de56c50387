import type { ShownBody } from './guest-frame.ts';
import type { Refusal } from './refusal.ts';

export interface ChatMessage {
  /** Of the platform once it has it, else our own. */
  readonly id: string;
  /** Ours, by which it is known in both. */
  readonly ownId: string | null;
  readonly mine: boolean;
  readonly text: string;
  readonly from: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly state: 'sending' | 'sent' | 'failed';
}

export interface ChatState {
  readonly phase: 'opening' | 'open' | 'reconnecting' | 'refused';
  readonly refusal: Refusal | null;
  readonly messages: readonly ChatMessage[];
  readonly typing: boolean;
  /** The other side has ended the conversation; writing begins another. */
  readonly ended: boolean;
}

export const opening: ChatState = {
  phase: 'opening',
  refusal: null,
  messages: [],
  typing: false,
  ended: false,
};

/** A message as a frame or the history has it; null: it is none. Pure. */
export function messageOf(body: ShownBody, now: number): ChatMessage | null {
  if (body.id === undefined || body.text === undefined || body.type === 'Event' || body.text === '')
    return null;
  const at = Date.parse(body.channel?.time ?? '');
  return {
    id: body.id,
    ownId: body.metadata?.customMessageId ?? null,
    mine: body.direction === 'Inbound',
    text: body.text,
    from: body.channel?.from?.nickname ?? null,
    at: Number.isNaN(at) ? now : at,
    state: 'sent',
  };
}

/** Those known with these as well, each once, in the order of their times. Pure. */
export function withMessages(known: readonly ChatMessage[], more: readonly ChatMessage[]): ChatMessage[] {
  const kept = known.filter(
    (message) =>
      !more.some(({ id, ownId }) => id === message.id || (ownId !== null && ownId === message.ownId)),
  );
  return [...kept, ...more].toSorted((one, other) => one.at - other.at);
}

/** Those still on their way when a connection broke, and not in the history after it: they did not arrive. Pure. */
export function withLost(messages: readonly ChatMessage[], before: number): ChatMessage[] {
  return messages.map((message) =>
    message.state === 'sending' && message.at < before ? { ...message, state: 'failed' } : message,
  );
}
