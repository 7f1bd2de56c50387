import type { PlatformCall } from '../platform-call.ts';
import { type CobrowseSessionWire, cobrowseSession } from '../wire/cobrowse-session.ts';

/**
 * Creates a cobrowse session for an agent, where the organisation offers the endpoint; the id is the caller's to choose. Never repeated
 * unless the platform surely did not take it; `retry: 'unknown'` means the customer may have been asked. `POST /cobrowse/sessions` (field
 * report; not in SDK 262; what it answers and that an id counts once are *unverified*).
 */
export async function createCobrowseSession(
  call: PlatformCall,
  session: {
    readonly id: string;
    /** The agent's user id. */
    readonly initiatorId: string;
    /** The interaction: a conversation's id, never a customer's. */
    readonly conversationId: string;
    readonly mode: 'view' | 'control';
  },
): Promise<CobrowseSessionWire> {
  const { body } = await call({
    method: 'POST',
    path: '/api/v2/cobrowse/sessions',
    body: {
      id: session.id,
      type: 'cobrowse',
      initiator: { id: session.initiatorId, type: 'user' },
      target: { id: session.conversationId, type: 'interaction' },
      settings: { mode: session.mode },
    },
    answer: cobrowseSession,
    priority: 'send',
    idempotent: false,
  });
  return body;
}
