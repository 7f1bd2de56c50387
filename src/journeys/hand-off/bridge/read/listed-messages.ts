import type { ConversationWire } from '../../../../genesys/wire/conversation.ts';

/** A message as its conversation lists it, without its text. */
export interface ListedMessage {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly byCustomer: boolean;
  readonly purpose: string;
  /** Of whoever wrote it, where the conversation says so. */
  readonly name: string | null;
  readonly status: string | null;
  /** Grows with time; two of the same millisecond keep the order of the list. */
  readonly place: number;
}

/** Room between two messages for the parts of a long one and a mark behind it. */
const step = 50;

/** All messages of a conversation in the order they were written. Pure. */
export function listedMessages({ participants }: ConversationWire): ListedMessage[] {
  const unplaced = participants.flatMap(({ purpose, name, messages: legs }) =>
    (legs ?? []).flatMap(({ messages }) =>
      (messages ?? []).flatMap(({ messageId, messageTime, messageStatus }) => {
        const at = Date.parse(messageTime ?? '');
        if (typeof messageId !== 'string' || Number.isNaN(at)) return [];
        const who = { byCustomer: purpose === 'customer', purpose: purpose ?? '', name: name ?? null };
        return [{ id: messageId, at, ...who, status: messageStatus ?? null }];
      }),
    ),
  );
  unplaced.sort((one, other) => one.at - other.at);
  let last = 0;
  return unplaced.map((message) => {
    last = Math.max(placeAt(message.at), last + step);
    return { ...message, place: last };
  });
}

/** The place of what was said at a time (epoch milliseconds), as far as that alone tells. */
export function placeAt(at: number): number {
  return at * 1_000;
}

/** Whether the customer has left, or was left: every leg of theirs is over. */
export function customerIsOff({ participants, endTime }: ConversationWire): boolean {
  const legs = participants
    .filter(({ purpose }) => purpose === 'customer')
    .flatMap(({ messages }) => messages ?? []);
  if (legs.length === 0) return typeof endTime === 'string';
  return legs.every(({ state }) => state === 'disconnected');
}
