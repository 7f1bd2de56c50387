import type { PlatformCall } from '../platform-call.ts';
import { type MessageWire, message } from '../wire/message.ts';

/**
 * A message by id, with its status and text. `GET /conversations/messages/{messageId}/details`, permission
 * `conversation:webmessaging:view` (SDK 262). Throws `genesys.not-found`.
 */
export async function getMessage(call: PlatformCall, messageId: string): Promise<MessageWire> {
  const { body } = await call({
    method: 'GET',
    path: '/api/v2/conversations/messages/{messageId}/details',
    ids: { messageId },
    answer: message,
    priority: 'ask',
    idempotent: true,
  });
  return body;
}
