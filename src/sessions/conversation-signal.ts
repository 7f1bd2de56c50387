import { undeliveredMessages } from '../genesys/wire/undelivered-messages.ts';
import { conversationFrame } from './conversation-frame.ts';
import { signalsOfConversation } from './signals-of-conversation.ts';

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
  return signalsOfConversation(conversation);
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
