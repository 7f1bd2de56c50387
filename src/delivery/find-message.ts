import { getConversation } from '../genesys/endpoints/get-conversation.ts';
import { messagesBulk } from '../genesys/endpoints/messages-bulk.ts';
import type { PlatformCall } from '../genesys/platform-call.ts';
import type { Outreach } from '../outreach/outreach.ts';

/** Their clock and ours may differ by so much. */
const clockSlackMs = 60_000;

/**
 * The id of our message among those the conversation got since the attempt; null when it is not there.
 * Throws what the platform calls throw.
 */
export async function findMessage(call: PlatformCall, outreach: Outreach): Promise<string | null> {
  const since = (outreach.attemptedAt ?? outreach.createdAt) - clockSlackMs;
  const conversation = await getConversation(call, outreach.conversationId);
  const ids = conversation.participants
    .filter(({ purpose }) => purpose !== 'customer')
    .flatMap(({ messages }) => messages ?? [])
    .flatMap(({ messages }) => messages ?? [])
    .filter(({ messageTime }) => Date.parse(messageTime ?? '') >= since)
    .flatMap(({ messageId }) => (typeof messageId === 'string' ? [messageId] : []));
  const messages = ids.length === 0 ? [] : await messagesBulk(call, outreach.conversationId, ids);
  const ours = messages.find(
    ({ normalizedMessage }) => normalizedMessage?.text?.trim() === outreach.text.trim(),
  );
  return ours?.id ?? null;
}
