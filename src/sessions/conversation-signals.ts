import { undeliveredMessages } from '../genesys/wire/undelivered-messages.ts';
import { conversationFrame } from './conversation-frame.ts';
import type { ConversationSignal } from './conversation-signal.ts';
import { signalsOfConversation } from './signals-of-conversation.ts';

const undeliveredTopicName = /^v2\.webmessaging\.deployments\.[^.?]+\.undelivered\.messages$/i;

/** The topic that tells of messages no guest was online for. */
export function undeliveredTopic(deploymentId: string): string {
  return `v2.webmessaging.deployments.${deploymentId}.undelivered.messages`;
}

/** Whether events of this topic tell of conversations. Pure. */
export function tellsOfConversations(topic: string): boolean {
  return undeliveredTopicName.test(topic) || conversationFrame(topic, undefined) !== 'other';
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
