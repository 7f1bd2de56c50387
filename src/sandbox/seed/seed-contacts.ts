import type { Org } from '../org.ts';
import type { Random } from './random.ts';

const month = 30 * 24 * 3_600_000;

/** Writes down whom the organisation knows among its customers, each with a key in its CRM. */
export function seedContacts(org: Org, now: number, random: Random): void {
  const crm = { id: random.id(), name: 'CRM', active: true };
  org.externalSources.set(crm.id, crm);
  for (const { externalContactId: id, name } of org.customers.values()) {
    if (id === null || name === null) continue;
    const [firstName = name, ...rest] = name.split(' ');
    org.contacts.set(id, {
      id,
      type: 'Curated',
      fields: { firstName, ...(rest.length > 0 && { lastName: rest.join(' ') }) },
      externalIds: [{ sourceId: crm.id, value: `CRM-${1001 + org.contacts.size}` }],
      claimed: [],
      createdAt: now - month,
      modifiedAt: now - month,
    });
  }
}
