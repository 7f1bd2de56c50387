import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';

const started = z.object({ id: z.string().min(1), sessionId: z.string().min(1).nullish() });

/**
 * Starts a conversation with a known person, where the organisation offers it. `POST /messaging/conversations` with a client's own
 * token of the scopes `messaging:write messaging:read`, five minutes old at most (field report; not in SDK 262; body and answer are
 * *unverified*). `userId`: an external contact. Throws `genesys.widget.token-invalid` for every refusal of the token or the person.
 */
export async function startMessagingConversation(
  call: PlatformCall,
  { contactId, externalId, channelId }: { contactId: string; externalId: string | null; channelId: string },
): Promise<{ id: string; sessionId: string | null }> {
  const { body } = await call({
    method: 'POST',
    path: '/api/v2/messaging/conversations',
    body: { userId: contactId, ...(externalId === null ? {} : { external_id: externalId }), channelId },
    answer: started,
    priority: 'send',
    idempotent: false,
  });
  return { id: body.id, sessionId: body.sessionId ?? null };
}
