import type { PlatformCall } from '../platform-call.ts';
import { type ExternalContactWire, externalContact } from '../wire/external-contact.ts';

/**
 * An external contact by id. `GET /externalcontacts/contacts/{id}`, permission `externalContacts:contact:view` (SDK 262). Throws
 * `genesys.contacts.not-found`.
 */
export async function getContact(call: PlatformCall, contactId: string): Promise<ExternalContactWire> {
  const { body } = await call({
    method: 'GET',
    path: '/api/v2/externalcontacts/contacts/{contactId}',
    ids: { contactId },
    answer: externalContact,
    priority: 'ask',
    idempotent: true,
  });
  return body;
}
