import { type ConversationWire, conversation } from '../genesys/wire/conversation.ts';

const topicName = /^v2\.(?:routing\.queues|users)\.[^.?]+\.conversations$/i;

/** The topic that tells of every conversation of a queue. */
export function queueConversationsTopic(queueId: string): string {
  return `v2.routing.queues.${queueId}.conversations`;
}

/** Reads a conversation event of a queue or a user; `other` for any other topic. Pure. */
export function conversationFrame(topic: string, body: unknown): ConversationWire | 'other' | 'malformed' {
  if (!topicName.test(topic)) return 'other';
  const parsed = conversation.safeParse(body);
  return parsed.success ? parsed.data : 'malformed';
}
