import { ReachbackError } from '../../errors/reachback-error.ts';
import type { ContactBook } from '../widget/contact-book.ts';
import type { RowUser } from './user-of-row.ts';

export type RowEnd =
  | { readonly end: 'created' | 'matched' }
  | { readonly end: 'conflicting' | 'bad'; readonly reason: string };

/**
 * Gives a user their external contact: the one there is, or a new one. Never makes a second: an id is claimed before anything is asked,
 * looked up before anything is made, and looked up again when an answer was lost. What is wrong with this row alone is an end; what would
 * meet the next row as well (no connection, no permission) is thrown.
 */
export async function importRow(
  user: RowUser,
  parts: { contacts: Pick<ContactBook, 'contactOf'>; userSource: string; externalIdSource: string },
): Promise<RowEnd> {
  const { contacts, userSource, externalIdSource } = parts;
  const { userId, externalId, name, email, phone } = user;
  const ids = [
    { source: userSource, value: userId },
    ...(externalId === null ? [] : [{ source: externalIdSource, value: externalId }]),
  ];
  try {
    const { how } = await contacts.contactOf({ ids, name, email, phone });
    return { end: how === 'created' ? 'created' : 'matched' };
  } catch (error) {
    if (!(error instanceof ReachbackError)) throw error;
    if (error.code === 'widget.two-people') return { end: 'conflicting', reason: error.code };
    if (error.retry === 'never' && error.facts.status === 400) return { end: 'bad', reason: error.code };
    throw error;
  }
}
