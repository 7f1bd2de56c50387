import { undeliveredMessages } from '../genesys/wire/undelivered-messages.ts';
import { conversationFrame } from './conversation-frame.ts';
import { isOutboundStatus } from './is-outbound-status.ts';
import { timeOf } from './times.ts';

/** What an event tells about messages of a conversation. `at` is epoch milliseconds of the platform's clock. */
export type ConversationSignal =
  | {
      /** An outbound message of ours or another's: compare `messageId`. */
      readonly kind: 'delivered' | 'undelivered';
      readonly conversationId: string;
      readonly messageId: string;
      readonly at: number;
    }
  | {
      /** The customer wrote: compare `at` with when ours was sent. */
      readonly kind: 'replied';
      readonly conversationId: string;
      readonly messageId: string | null;
      readonly at: number;
    };

const undeliveredTopicName = /^v2\.webmessaging\.deployments\.[^.?]+\.undelivered\.messages$/i;

/** The topic that tells of messages no guest was online for. */
export function undeliveredTopic(deploymentId: string): string {
  return `v2.webmessaging.deployments.${deploymentId}.undelivered.messages`;
}

/**
 * The signals in a conversation event or an undelivered-messages event; none for other topics and malformed bodies.
 * The same signal comes again with every later event of the conversation: whoever uses it must not mind. Pure.
 */
export function conversationSignals(topic: string, body: unknown): ConversationSignal[] {
  if (undeliveredTopicName.test(topic)) return fromUndelivered(body);
  const conversation = conversationFrame(topic, body);
  if (conversation === 'other' || conversation === 'malformed') return [];
  return conversation.participants.flatMap(({ purpose, messages: legs }) =>
    (legs ?? [])
      .flatMap(({ messages }) => messages ?? [])
      .flatMap(({ messageId, messageTime, messageStatus }): ConversationSignal[] => {
        const at = timeOf(messageTime);
        if (at === null) return [];
        const conversationId = conversation.id;
        if (purpose === 'customer' || purpose === 'external')
          return isOutboundStatus(messageStatus)
            ? outbound(conversationId, messageId, messageStatus, at)
            : [{ kind: 'replied', conversationId, messageId: messageId ?? null, at }];
        return outbound(conversationId, messageId, messageStatus, at);
      }),
  );
}

function outbound(
  conversationId: string,
  messageId: string | null | undefined,
  status: string | null | undefined,
  at: number,
): ConversationSignal[] {
  if (!messageId) return [];
  if (status === 'delivery-success' || status === 'read')
    return [{ kind: 'delivered', conversationId, messageId, at }];
  return status === 'delivery-failed' ? [{ kind: 'undelivered', conversationId, messageId, at }] : [];
}

function fromUndelivered(body: unknown): ConversationSignal[] {
  const parsed = undeliveredMessages.safeParse(body);
  if (!parsed.success) return [];
  const { conversationId, messages, eventTimeMs } = parsed.data;
  return messages.map(({ id, eventTimeMs: at }) => ({
    kind: 'undelivered',
    conversationId,
    messageId: id,
    at: at ?? eventTimeMs,
  }));
}
