import type { PlatformCall } from '../platform-call.ts';
import { openInboundAnswer, openInboundMessage, withAttributes } from '../wire/open-inbound.ts';

/**
 * Brings a customer's message to an Open Messaging integration. Never repeated unless the platform surely did not take it; `retry: 'unknown'`
 * means it may be there. `POST /conversations/messages/{integrationId}/inbound/open/message?prefetchConversationId=true`, permission
 * `conversation:message:receive` (SDK 262; that a `messageId` which came before is a new message is *unverified*). Gives the ids the platform named.
 */
export async function sendOpenMessage(
  call: PlatformCall,
  integrationId: string,
  message: Parameters<typeof openInboundMessage>[0],
  attributes: Readonly<Record<string, string>> | null = null,
): Promise<{ readonly messageId: string | null; readonly conversationId: string | null }> {
  const bare = openInboundMessage(message);
  const { body } = await call({
    method: 'POST',
    path: '/api/v2/conversations/messages/{integrationId}/inbound/open/message',
    ids: { integrationId },
    query: { prefetchConversationId: true },
    body: attributes === null ? bare : withAttributes(bare, attributes),
    answer: openInboundAnswer,
    priority: 'send',
    idempotent: false,
  });
  return { messageId: body.id ?? null, conversationId: body.conversationId ?? null };
}
