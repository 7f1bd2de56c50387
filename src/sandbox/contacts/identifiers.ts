import type { ContactIdentifier, ExternalContact } from './external-contact.ts';

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

export function isSame(one: ContactIdentifier, other: ContactIdentifier): boolean {
  return one.sourceId === other.sourceId && plainIdentifier(one) === plainIdentifier(other);
}

/** Kind and value in one text. Mail addresses are the same in any case, telephone numbers with and without spaces. */
export function plainIdentifier({ type, value }: Pick<ContactIdentifier, 'type' | 'value'>): string {
  if (type === 'Email') return `${type} ${value.toLowerCase()}`;
  return `${type} ${type === 'Phone' ? value.replaceAll(/[\s()-]/g, '') : value}`;
}

function e164Of(phone: unknown): string | undefined {
  if (typeof phone !== 'object' || phone === null) return undefined;
  const number = Reflect.get(phone, 'e164') ?? Reflect.get(phone, 'userInput');
  return typeof number === 'string' ? number : undefined;
}
