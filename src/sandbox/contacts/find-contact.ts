import type { Org } from '../org.ts';
import type { Sandbox } from '../sandbox.ts';
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
  for (const contact of org.contacts.values()) {
    if (identifiersOf(contact).some((each) => isSame(each, wanted))) return contact;
  }
  return undefined;
}

/** Everything a contact can be looked up by. */
export function identifiersOf({ fields, externalIds, claimed }: ExternalContact): ContactIdentifier[] {
  const emails = ['workEmail', 'personalEmail', 'otherEmail'].map((name) => fields[name]);
  const phones = ['workPhone', 'cellPhone', 'homePhone', 'otherPhone'].map((name) => e164Of(fields[name]));
  return [
    ...emails.flatMap((value) => (typeof value === 'string' ? [{ type: 'Email', value }] : [])),
    ...phones.flatMap((value) => (value === undefined ? [] : [{ type: 'Phone', value }])),
    ...externalIds.map((each) => ({ type: 'ExternalId', ...each })),
    ...claimed,
  ];
}

/** Mail addresses are the same in any case, telephone numbers with and without spaces. */
export function isSame(one: ContactIdentifier, other: ContactIdentifier): boolean {
  const plain = ({ type, value }: ContactIdentifier): string => {
    if (type === 'Email') return value.toLowerCase();
    return type === 'Phone' ? value.replaceAll(/[\s()-]/g, '') : value;
  };
  return one.type === other.type && one.sourceId === other.sourceId && plain(one) === plain(other);
}

function e164Of(phone: unknown): string | undefined {
  if (typeof phone !== 'object' || phone === null) return undefined;
  const number = Reflect.get(phone, 'e164') ?? Reflect.get(phone, 'userInput');
  return typeof number === 'string' ? number : undefined;
}
