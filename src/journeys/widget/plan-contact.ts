/** An id of a person in another system, by the system's id on the platform. */
export interface SourceId {
  readonly sourceId: string;
  readonly value: string;
}

/** A contact with the ids it has. */
export interface KnownContact {
  readonly id: string;
  readonly externalIds: readonly SourceId[];
}

export type ContactPlan =
  | { readonly do: 'create' }
  /** It is this contact, once it has these ids as well. */
  | { readonly do: 'use'; readonly contactId: string; readonly add: readonly SourceId[] }
  /** The ids are of two people. */
  | { readonly do: 'refuse' };

/**
 * Whose contact a person's ids are, given the contact each was found to be of. Two contacts are two people; so is one who has another
 * id of the same system already: it was somebody else who got it there. Pure.
 */
export function planContact(found: readonly { id: SourceId; contact: KnownContact | null }[]): ContactPlan {
  const contacts = new Map(found.flatMap(({ contact }) => (contact === null ? [] : [[contact.id, contact]])));
  if (contacts.size > 1) return { do: 'refuse' };
  const [contact] = contacts.values();
  if (contact === undefined) return { do: 'create' };
  const add = found.flatMap(({ id, contact: of }) => (of === null ? [id] : []));
  const taken = add.some(({ sourceId }) => contact.externalIds.some((each) => each.sourceId === sourceId));
  return taken ? { do: 'refuse' } : { do: 'use', contactId: contact.id, add };
}
