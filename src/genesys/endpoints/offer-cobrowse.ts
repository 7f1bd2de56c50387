import type { PlatformCall } from '../platform-call.ts';
import { type CobrowseSessionWire, cobrowseSession } from '../wire/cobrowse-session.ts';

/**
 * Offers cobrowse to the customer of a conversation, with the token of an agent connected in it. Never repeated unless the platform surely
 * did not take it; `retry: 'unknown'` means the customer may have been asked. `POST /conversations/{conversationId}/cobrowse`, no body, any of
 * `conversation:cobrowse:add`, `conversation:cobrowseVoice:add` of the agent's own role (SDK 262; refusals *unverified*).
 */
export async function offerCobrowse(
  call: PlatformCall,
  conversationId: string,
): Promise<CobrowseSessionWire> {
  const { body } = await call({
    method: 'POST',
    path: '/api/v2/conversations/{conversationId}/cobrowse',
    ids: { conversationId },
    answer: cobrowseSession,
    priority: 'send',
    idempotent: false,
  });
  return body;
}
