import type { Customer } from '../world/customer.ts';
import type { Org } from '../world/org.ts';
import type { Random } from './random.ts';

const month = 30 * 24 * 3_600_000;

/** Writes down whom the organisation knows among its customers, each with a key in its CRM. */
export function seedContacts(org: Org, now: number, random: Random): void {
  const crm = { id: random.id(), name: 'CRM', active: true };
  org.externalSources.set(crm.id, crm);
  addContacts(org, org.customers.values(), now);
}

/** Writes down those of the customers whom the organisation knows, under the next keys of its CRM. */
export function addContacts(org: Org, customers: Iterable<Customer>, now: number): void {
  const [sourceId] = org.externalSources.keys();
  if (sourceId === undefined) throw new Error('an organisation without a CRM');
  for (const { externalContactId: id, name } of customers) {
    if (id === null || name === null) continue;
    const [firstName = name, ...rest] = name.split(' ');
    org.contacts.set(id, {
      id,
      type: 'Curated',
      fields: { firstName, ...(rest.length > 0 && { lastName: rest.join(' ') }) },
      externalIds: [{ sourceId, value: `CRM-${1001 + org.contacts.size}` }],
      claimed: [],
      createdAt: now - month,
      modifiedAt: now - month,
    });
  }
}
