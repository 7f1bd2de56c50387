import type { PlatformCall } from '../platform-call.ts';
import { sentMessage } from '../wire/sent-message.ts';
import type { Sent } from './send-agentless.ts';

/** Which body the field contract answers with is not reported: none at all is a 2xx like any other. */
const answer = sentMessage.optional().transform((sent) => sent ?? { id: null, conversationId: null });

/**
 * Sends a message onto a closed conversation, where the organisation offers the endpoint. Never repeated unless the platform
 * surely did not take it; `retry: 'unknown'` means it may have been sent. `POST /conversations/webchat/{id}/messages`, with a
 * server-to-server token of scope `conversations:write` (field report; not in SDK 262; whose id a bot's is, is *unverified*).
 */
export async function sendWebchatMessage(
  call: PlatformCall,
  { conversationId, senderId, text }: { conversationId: string; senderId: string; text: string },
): Promise<Sent> {
  const { body, status } = await call({
    method: 'POST',
    path: '/api/v2/conversations/webchat/{conversationId}/messages',
    ids: { conversationId },
    body: { text, senderId, type: 'text' },
    answer,
    priority: 'send',
    idempotent: false,
  });
  return { status, messageId: body.id, conversationId: body.conversationId ?? conversationId };
}
