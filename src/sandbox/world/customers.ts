import type { Customer } from './customer.ts';

/** What a customer is found by beside the id; all of it but the guest's id may change. */
const keysOf = {
  guestId: ({ guestId }: Customer): readonly string[] => [guestId],
  token: ({ token, otherTokens = [] }: Customer): readonly string[] => [token, ...otherTokens],
  contact: ({ externalContactId }: Customer): readonly string[] =>
    externalContactId === null ? [] : [externalContactId],
  person: ({ signedInAs }: Customer): readonly string[] => (signedInAs === undefined ? [] : [signedInAs]),
};

type By = keyof typeof keysOf;

/**
 * An organisation's customers by id, found as well by guest session, by the tokens of their browsers, by external contact
 * and by who signed in. Whoever changes one of these on a customer tells it with `note`.
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
    this.note(customer);
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

  /** The customer has become somebody else's contact, signed in, or was handed another token. */
  note(customer: Customer): void {
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
