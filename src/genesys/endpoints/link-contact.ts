import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';
import { contactLink } from '../wire/contact-requests.ts';

/**
 * Links a message conversation to an external contact, by the communication of the customer's leg. `PUT
 * /externalcontacts/conversations/{id}`, permission `externalContacts:conversation:associate`; 202 without a body (SDK 262). Doing it
 * twice does no harm. Throws `genesys.contacts.not-found` when conversation, leg or contact is not there.
 */
export async function linkContact(
  call: PlatformCall,
  {
    conversationId,
    communicationId,
    externalContactId,
  }: { conversationId: string; communicationId: string; externalContactId: string },
): Promise<void> {
  await call({
    method: 'PUT',
    path: '/api/v2/externalcontacts/conversations/{conversationId}',
    ids: { conversationId },
    body: contactLink({ externalContactId, conversationId, communicationId }),
    answer: z.unknown(),
    priority: 'ask',
    idempotent: true,
  });
}
