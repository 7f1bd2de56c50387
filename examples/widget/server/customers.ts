/** A customer of the shop, as its own user base knows them: by the id they had in Zendesk. */
export interface ShopCustomer {
  /** What the old widget called `userId`: any text. */
  readonly userId: string;
  /** The CRM's key, where there is one: the old `external_id`. */
  readonly crmKey: string | null;
  readonly name: string;
  readonly email: string;
}

/** Whoever can sign in to the example shop; real ones have passwords. */
export const customers: readonly ShopCustomer[] = [
  { userId: 'zendesk|88412', crmKey: 'CRM-7001', name: 'Priya Nair', email: 'priya.nair@contoso.example' },
  { userId: 'jonas.weber', crmKey: null, name: 'Jonas Weber', email: 'jonas.weber@contoso.example' },
  { userId: '4711', crmKey: 'CRM-7003', name: 'Léa Fontaine', email: 'lea.fontaine@contoso.example' },
];
