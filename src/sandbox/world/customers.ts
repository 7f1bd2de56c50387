import type { Customer } from './customer.ts';

/** What a customer is found by beside the id. */
const keysOf = {
  guestId: ({ guestId }: Customer): readonly string[] => [guestId],
  token: ({ token, otherTokens = [] }: Customer): readonly string[] => [token, ...otherTokens],
  contact: ({ externalContactId }: Customer): readonly string[] =>
    externalContactId === null ? [] : [externalContactId],
  person: ({ signedInAs }: Customer): readonly string[] => (signedInAs === undefined ? [] : [signedInAs]),
};

type By = keyof typeof keysOf;

type Changing = 'externalContactId' | 'token' | 'otherTokens' | 'signedInAs';

/**
 * An organisation's customers by id, found as well by guest session, by the tokens of their browsers, by external contact
 * and by who signed in. What one is found by is read-only on the customer and changes here alone, so that no index is ever
 * behind.
 */
export class Customers extends Map<string, Customer> {
  readonly #indexes = new Map<By, Map<string, Customer | Customer[]>>();

  /** A collection of these, indexed at the first question. */
  static of(customers: Iterable<Customer>): Customers {
    const all = new Customers();
    for (const each of customers) all.set(each.id, each);
    return all;
  }

  override set(id: string, customer: Customer): this {
    super.set(id, customer);
    this.#file(customer);
    return this;
  }

  override delete(id: string): boolean {
    this.#indexes.clear();
    return super.delete(id);
  }

  override clear(): void {
    this.#indexes.clear();
    super.clear();
  }

  /** The customer becomes somebody else's contact, signs in, or is handed another token. */
  change(customer: Customer, to: Partial<Pick<Customer, Changing>>): void {
    Object.assign(customer, to);
    this.#file(customer);
  }

  #file(customer: Customer): void {
    for (const [by, index] of this.#indexes) file(index, by, customer);
  }

  /** The customer with the session of this guest. */
  withGuestId(guestId: string): Customer | undefined {
    return this.#find('guestId', guestId)[0];
  }

  /** The customer in whose browser this token is. */
  holding(token: string): Customer | undefined {
    return this.#find('token', token)[0];
  }

  /** Every guest this external contact has been. */
  ofContact(externalContactId: string): Customer[] {
    return this.#find('contact', externalContactId);
  }

  /** Every guest this person (by their id at the identity provider) has signed in as. */
  signedInAs(subject: string): Customer[] {
    return this.#find('person', subject);
  }

  #find(by: By, key: string): Customer[] {
    let index = this.#indexes.get(by);
    if (index === undefined) {
      index = new Map();
      this.#indexes.set(by, index);
      for (const each of this.values()) file(index, by, each);
    }
    // Those filed under a key they have no more are still there.
    return [index.get(key) ?? []].flat().filter((each) => keysOf[by](each).includes(key));
  }
}

/** Nearly every key has one customer only: that takes no list. */
function file(index: Map<string, Customer | Customer[]>, by: By, customer: Customer): void {
  for (const key of keysOf[by](customer)) {
    const filed = index.get(key);
    if (filed === undefined) index.set(key, customer);
    else if (Array.isArray(filed)) {
      if (!filed.includes(customer)) filed.push(customer);
    } else if (filed !== customer) index.set(key, [filed, customer]);
  }
}
