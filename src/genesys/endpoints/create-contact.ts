import type { PlatformCall } from '../platform-call.ts';
import { type ExternalContactWire, externalContact, type NewContact } from '../wire/external-contact.ts';

/**
 * Makes an external contact. `POST /externalcontacts/contacts`, permission `externalContacts:contact:add` (SDK 262). Throws
 * `genesys.contacts.conflict` when one of its ids is another contact's (*unverified*); `retry: 'unknown'` means it may be there:
 * look it up before it is made again.
 */
export async function createContact(call: PlatformCall, contact: NewContact): Promise<ExternalContactWire> {
  const { body } = await call({
    method: 'POST',
    path: '/api/v2/externalcontacts/contacts',
    body: contact,
    answer: externalContact,
    priority: 'ask',
    idempotent: false,
  });
  return body;
}
