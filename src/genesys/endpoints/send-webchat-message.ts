import type { PlatformCall } from '../platform-call.ts';
import { sentMessage } from '../wire/sent-message.ts';
import type { Sent } from './send-agentless.ts';

/**
 * Sends a message onto a closed conversation, where the organisation offers the endpoint. Never repeated unless the platform
 * surely did not take it; `retry: 'unknown'` means it may have been sent. `POST /conversations/webchat/{id}/messages`, with a
 * server-to-server token of scope `conversations:write` (field report; not in SDK 262; whose id a bot's is, is *unverified*). Which body it
 * answers with is not reported: without one it is not known to be sent, and is looked up.
 */
export async function sendWebchatMessage(
  call: PlatformCall,
  { conversationId, senderId, text }: { conversationId: string; senderId: string; text: string },
): Promise<Sent> {
  const { body, status, correlationId } = await call({
    method: 'POST',
    path: '/api/v2/conversations/webchat/{conversationId}/messages',
    ids: { conversationId },
    body: { text, senderId, type: 'text' },
    answer: sentMessage,
    priority: 'send',
    idempotent: false,
  });
  return {
    status,
    messageId: body.id,
    conversationId: body.conversationId ?? conversationId,
    correlationId,
  };
}
