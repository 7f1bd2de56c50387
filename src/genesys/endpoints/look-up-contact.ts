import { isCaseOf } from '../../errors/is-case-of.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import type { PlatformCall } from '../platform-call.ts';
import { contactLookUp, type SourceAndValue } from '../wire/contact-requests.ts';
import { type ExternalContactWire, externalContact } from '../wire/external-contact.ts';

/**
 * The external contact with this id in another system; null when nobody has it. `POST
 * /externalcontacts/identifierlookup/contacts`, permission `externalContacts:contact:view` (SDK 262). It only reads.
 */
export async function lookUpContact(
  call: PlatformCall,
  id: SourceAndValue,
): Promise<ExternalContactWire | null> {
  try {
    const { body } = await call({
      method: 'POST',
      path: '/api/v2/externalcontacts/identifierlookup/contacts',
      body: contactLookUp(id),
      answer: externalContact,
      priority: 'ask',
      idempotent: true,
    });
    return body;
  } catch (error) {
    if (error instanceof ReachbackError && isCaseOf(error.code, 'genesys.not-found')) return null;
    throw error;
  }
}
