import type { Logger } from 'pino';
import type { ConversationReference, ReferenceTable } from '../src/store/store.ts';
import { codedError } from './coded-error.ts';
import type { EmailBook } from './email-book.ts';

/** How a conversation came up: the app was installed there, somebody spoke there, or something else arrived. */
type Occasion = 'installed' | 'spoken' | 'seen';

export interface ReferenceBook {
  /** Writes down where to write back to, service address refreshed; gives what is now known. */
  note(reference: ConversationReference, occasion: Occasion): Promise<ConversationReference>;
  removed(reference: ConversationReference, at: number): Promise<void>;
}

/** Keeps conversation references in the store; a person's e-mail is asked for once and kept in the row. */
export function createReferenceBook(parts: {
  references: ReferenceTable;
  emails: EmailBook;
  log: Logger;
}): ReferenceBook {
  const { references, emails, log } = parts;

  async function emailIn(reference: ConversationReference): Promise<string | null> {
    if (reference.kind !== 'personal' || reference.userId === null) return null;
    const { userId: id, aadObjectId, userName: name } = reference;
    try {
      return await emails.of({ id, aadObjectId, name }, reference);
    } catch (error) {
      log.warn(
        { code: codedError(error, 'teams.failed').code, err: error },
        'the e-mail of a personal chat is not known yet; the next word there asks again',
      );
      return null;
    }
  }

  return {
    async note(reference, occasion) {
      const stored = await references.get(reference.conversationId);
      const merged = {
        ...reference,
        userId: reference.userId ?? stored?.userId ?? null,
        aadObjectId: reference.aadObjectId ?? stored?.aadObjectId ?? null,
        userName: reference.userName ?? stored?.userName ?? null,
        locale: reference.locale ?? stored?.locale ?? null,
        // An e-mail belongs to the person it was asked for: it decides who may approve.
        userEmail: stored !== null && isSamePerson(stored, reference) ? stored.userEmail : null,
        installed: occasion === 'seen' ? (stored?.installed ?? true) : true,
      };
      if (stored === null && !(await isNewPlace(reference, occasion, references))) return merged;
      const known = { ...merged, userEmail: merged.userEmail ?? (await emailIn(merged)) };
      await references.put(known);
      return known;
    },
    removed: (reference, at) => references.markRemoved(reference.conversationId, at),
  };
}

/**
 * A team's app answers in every channel, but its cards belong in the one it was installed for: a channel somebody merely
 * spoke in becomes a place for cards only when there is no other (its install was before this store's time).
 */
async function isNewPlace(
  reference: ConversationReference,
  occasion: Occasion,
  references: ReferenceTable,
): Promise<boolean> {
  if (reference.kind === 'personal' || occasion === 'installed') return true;
  if (occasion === 'seen') return false;
  return !(await references.installed()).some(({ kind }) => kind === 'channel');
}

function isSamePerson(stored: ConversationReference, { userId }: ConversationReference): boolean {
  return userId === null || userId === stored.userId;
}
