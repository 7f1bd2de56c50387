import type { PlatformCall } from '../platform-call.ts';
import { externalIdAdded, type SourceAndValue } from '../wire/contact-requests.ts';
import { type ExternalContactWire, externalContact } from '../wire/external-contact.ts';

/**
 * Gives a contact one more id in another system. `PATCH /externalcontacts/contacts/{id}`, permission
 * `externalContacts:contact:edit` (SDK 262; that a collection is named `$.externalIds` is *unverified*). Throws
 * `genesys.contacts.conflict` when the id is another contact's. After a lost answer it is looked up, not repeated: the id would be there twice.
 */
export async function addExternalId(
  call: PlatformCall,
  contactId: string,
  id: SourceAndValue,
): Promise<ExternalContactWire> {
  const { body } = await call({
    method: 'PATCH',
    path: '/api/v2/externalcontacts/contacts/{contactId}',
    ids: { contactId },
    body: externalIdAdded(id),
    answer: externalContact,
    priority: 'ask',
    idempotent: false,
  });
  return body;
}
