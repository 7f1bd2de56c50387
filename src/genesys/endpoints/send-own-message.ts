import type { PlatformCall } from '../platform-call.ts';
import { ownMessageRequest } from '../wire/own-message-request.ts';
import { sentMessage } from '../wire/sent-message.ts';

/**
 * Writes in an agent's own, connected part of a conversation, with that agent's token. Never repeated unless the platform surely did not
 * take it; `retry: 'unknown'` means it may have been sent. `POST …/communications/{communicationId}/messages`, any of
 * `conversation:message:create`, `conversation:webmessaging:create` of the agent's own role (SDK 262 AdditionalMessage; refusals *unverified*).
 * Gives the message's id where it was told.
 */
export async function sendOwnMessage(
  call: PlatformCall,
  message: { readonly conversationId: string; readonly communicationId: string; readonly text: string },
): Promise<{ readonly messageId: string | null }> {
  const { conversationId, communicationId, text } = message;
  const { body } = await call({
    method: 'POST',
    path: '/api/v2/conversations/messages/{conversationId}/communications/{communicationId}/messages',
    ids: { conversationId, communicationId },
    body: ownMessageRequest(text),
    answer: sentMessage,
    priority: 'send',
    idempotent: false,
  });
  return { messageId: body.id };
}
