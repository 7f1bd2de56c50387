import type { CallPriority } from '../budget-meter.ts';
import type { PlatformCall } from '../platform-call.ts';
import { type ConversationWire, conversation } from '../wire/conversation.ts';

/**
 * A conversation with its legs, as it stands now. `GET /conversations/{id}`, permission
 * `conversation:communication:view` (SDK 262). Throws `genesys.not-found`.
 */
export async function getConversation(
  call: PlatformCall,
  conversationId: string,
  priority: CallPriority = 'ask',
): Promise<ConversationWire> {
  const { body } = await call({
    method: 'GET',
    path: '/api/v2/conversations/{conversationId}',
    ids: { conversationId },
    answer: conversation,
    priority,
    idempotent: true,
  });
  return body;
}
