import type { ContactIdentifier, ExternalContact } from './external-contact.ts';
import { identifiersOf, isSame, plainIdentifier } from './identifiers.ts';

/**
 * An organisation's external contacts by id, found as well by everything that identifies them: what that is, is read-only
 * on the contact and changes here alone, so that the index is never behind.
 */
export class Contacts extends Map<string, ExternalContact> {
  /** Whether a second contact with an external id is refused (unverified); the switch of a test, not kept. */
  idsAreUnique = true;
  #byIdentifier: Map<string, Set<ExternalContact>> | undefined;

  /** A collection of these, indexed at the first question. */
  static of(contacts: Iterable<ExternalContact>): Contacts {
    const all = new Contacts();
    for (const each of contacts) all.set(each.id, each);
    return all;
  }

  override set(id: string, contact: ExternalContact): this {
    super.set(id, contact);
    this.#file(contact);
    return this;
  }

  override delete(id: string): boolean {
    this.#byIdentifier = undefined;
    return super.delete(id);
  }

  /** The contact is known by something else than before; one that is not of the collection yet is not found by it. */
  change(
    contact: ExternalContact,
    to: Partial<Pick<ExternalContact, 'fields' | 'externalIds' | 'claimed'>>,
  ): void {
    Object.assign(contact, to);
    if (this.get(contact.id) === contact) this.#file(contact);
  }

  #file(contact: ExternalContact): void {
    if (this.#byIdentifier !== undefined) file(this.#byIdentifier, contact);
  }

  /** The contact an identifier is of; the first that was written down when several have it (unverified). */
  identifiedBy(wanted: ContactIdentifier): ExternalContact | undefined {
    return this.#find(wanted, (each) => isSame(each, wanted));
  }

  /** The contact with this id in any other system. */
  withExternalId(value: string): ExternalContact | undefined {
    const wanted = { type: 'ExternalId', value };
    return this.#find(wanted, (each) => plainIdentifier(each) === plainIdentifier(wanted));
  }

  #find(
    wanted: ContactIdentifier,
    fits: (identifier: ContactIdentifier) => boolean,
  ): ExternalContact | undefined {
    if (this.#byIdentifier === undefined) {
      this.#byIdentifier = new Map();
      for (const each of this.values()) file(this.#byIdentifier, each);
    }
    // Those filed under an identifier they have no more are still there.
    for (const each of this.#byIdentifier.get(plainIdentifier(wanted)) ?? []) {
      if (identifiersOf(each).some(fits)) return each;
    }
    return undefined;
  }
}

function file(index: Map<string, Set<ExternalContact>>, contact: ExternalContact): void {
  for (const identifier of identifiersOf(contact)) {
    const key = plainIdentifier(identifier);
    index.set(key, (index.get(key) ?? new Set()).add(contact));
  }
}
