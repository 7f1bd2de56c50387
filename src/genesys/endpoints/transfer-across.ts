import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';

/** The body of the field reports, key for key. */
export interface TransferAcross {
  readonly transferContext: { readonly sourceOrgId: string; readonly handoffTicketId: string };
  readonly sessionToken: string;
  readonly sourceOrgId: string;
  readonly destinationOrgId: string;
  readonly channelType: string;
  readonly metadata: { readonly handoffReason: string; readonly originalQueue: string };
}

/** *unverified*: the reports quote no success answer. */
const answer = z.object({ destinationConversationId: z.string().nullish() }).nullish().catch(null);

/**
 * Moves a running conversation to another organisation, where the own organisation offers that. Never repeated unless the platform surely
 * did not take it; `retry: 'unknown'` means it may have been moved. `POST /v2/messaging/conversations/{id}/participants`, without `/api`
 * before it (field report; in no SDK). Gives the conversation over there, as far as it is told.
 */
export async function transferAcross(
  call: PlatformCall,
  conversationId: string,
  transfer: TransferAcross,
): Promise<{ destinationConversationId: string | null }> {
  const { body } = await call({
    method: 'POST',
    path: '/v2/messaging/conversations/{conversationId}/participants',
    ids: { conversationId },
    body: transfer,
    answer,
    priority: 'send',
    idempotent: false,
  });
  return { destinationConversationId: body?.destinationConversationId ?? null };
}
