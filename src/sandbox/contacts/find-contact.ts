import type { Sandbox } from '../sandbox.ts';
import type { Org } from '../world/org.ts';
import type { ContactIdentifier, ExternalContact } from './external-contact.ts';

/**
 * The organisation's contact with this id. A guest who is known by an id only, as one who has just signed in, is
 * written down as an Identified contact at the first question.
 */
export function findContact({ now }: Sandbox, org: Org, id: string): ExternalContact | undefined {
  const kept = org.contacts.get(id);
  if (kept !== undefined) return kept;
  const [guest] = org.customers.ofContact(id);
  if (guest === undefined) return undefined;
  const [firstName, ...rest] = (guest.name ?? '').split(' ');
  const contact: ExternalContact = {
    id,
    type: 'Identified',
    fields: { ...(firstName !== '' && { firstName }), ...(rest.length > 0 && { lastName: rest.join(' ') }) },
    externalIds: [],
    claimed: [],
    createdAt: now(),
    modifiedAt: now(),
  };
  org.contacts.set(id, contact);
  return contact;
}

/** The contact an identifier is of; the first that was written down when several have it (unverified). */
export function contactIdentifiedBy(org: Org, wanted: ContactIdentifier): ExternalContact | undefined {
  return org.contacts.identifiedBy(wanted);
}
