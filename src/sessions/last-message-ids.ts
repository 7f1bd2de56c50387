import type { ConversationWire } from '../genesys/wire/conversation.ts';
import { timeOf } from './times.ts';

/** More than are shown, for some carry no words (a picture, a quick reply). */
const most = 8;

/** The ids of the latest messages of a conversation, whoever wrote them, latest first. Pure. */
export function lastMessageIds(conversation: ConversationWire): string[] {
  const at = new Map<string, number>();
  for (const { messages: legs } of conversation.participants)
    for (const { messages } of legs ?? [])
      for (const { messageId, messageTime } of messages ?? [])
        if (messageId) at.set(messageId, timeOf(messageTime) ?? 0);
  return [...at]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([id]) => id);
}
