import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import type { ConversationReference, ReferenceTable } from '../src/store/shapes/reference-table.ts';
import { codedError } from './coded-error.ts';
import type { IdentityBook } from './people/identity-book.ts';
import { isOutsider } from './people/is-outsider.ts';

/** How a conversation came up: the app was installed there, somebody spoke there, or something else arrived. */
type Occasion = 'installed' | 'spoken' | 'seen';

export interface ReferenceBook {
  /** Writes down where to write back to, service address refreshed; gives what is now known. */
  note(reference: ConversationReference, occasion: Occasion): Promise<ConversationReference>;
  removed(reference: ConversationReference, at: number): Promise<void>;
}

/**
 * Keeps conversation references in the store, and in the row of a chat the e-mail its person has by now, and their name where only the roster tells it; outsiders have none here. What Teams told earlier than
 * what is known, and delivers later, neither installs nor removes.
 */
export function createReferenceBook(parts: {
  references: ReferenceTable;
  identities: IdentityBook;
  log: Logger;
}): ReferenceBook {
  const { references, identities, log } = parts;

  async function personIn(
    reference: ConversationReference,
  ): Promise<Pick<ConversationReference, 'userEmail' | 'userName'>> {
    const { kind, userId: id, aadObjectId, userName, userEmail } = reference;
    if (kind !== 'personal' || id === null) return { userName, userEmail: null };
    try {
      const { name, email } = await identities.of({ id, aadObjectId, name: userName }, reference);
      return { userName: userName ?? name, userEmail: email };
    } catch (error) {
      if (isOutsider(error)) return { userName, userEmail: null };
      log.warn(
        { code: codedError(error, 'teams.failed').code, err: error },
        'the e-mail of a personal chat was not asked for; the next word there asks again',
      );
      return { userName, userEmail };
    }
  }

  return {
    async note(reference, occasion) {
      const stored = await references.get(reference.conversationId);
      const tells = occasion !== 'seen' && !isOvertaken(reference, stored);
      const merged = {
        ...reference,
        userId: reference.userId ?? stored?.userId ?? null,
        aadObjectId: reference.aadObjectId ?? stored?.aadObjectId ?? null,
        userName: reference.userName ?? stored?.userName ?? null,
        locale: languageIn(reference, stored, occasion),
        // An e-mail belongs to the person it was asked for: it decides who may approve.
        userEmail: stored !== null && isSamePerson(stored, reference) ? stored.userEmail : null,
        installed: tells || (stored?.installed ?? true),
        refusedWith: tells ? null : (stored?.refusedWith ?? null),
        toldAt: Math.max(stored?.toldAt ?? 0, tells ? reference.toldAt : 0),
      };
      if (!isPlace(stored) && !(await isNewPlace(reference, occasion, references))) return merged;
      const isKnown = occasion === 'seen' && merged.userEmail !== null;
      const known = isKnown ? merged : { ...merged, ...(await personIn(merged)) };
      const isNews = occasion === 'installed' || stored === null || !saysTheSame(stored, known);
      if (isNews) await references.put(known);
      return known;
    },
    async removed(reference, at) {
      const stored = await references.get(reference.conversationId);
      if (isOvertaken(reference, stored)) return;
      // Written down although nothing was known of it: its install may be still on its way.
      await references.put({
        ...(stored ?? reference),
        installed: false,
        refusedWith: null,
        toldAt: Math.max(stored?.toldAt ?? 0, reference.toldAt),
        updatedAt: at,
      });
    },
  };
}

/** As told last; a channel's by who speaks with the bot there, not by who merely comes or goes. */
function languageIn(
  { kind, locale }: ConversationReference,
  stored: ConversationReference | null,
  occasion: Occasion,
): string | null {
  const known = stored?.locale ?? null;
  return kind === 'channel' && occasion === 'seen' ? (known ?? locale) : (locale ?? known);
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

/** But for when it was told, by less than a minute: every press is told, and to write each down would make it wait for the disk. */
function saysTheSame(stored: ConversationReference, known: ConversationReference): boolean {
  const { toldAt, updatedAt: _, ...now } = known;
  const { toldAt: toldBefore, updatedAt: __, ...before } = stored;
  return toldAt - toldBefore < 60_000 && isDeepStrictEqual(before, now);
}

/** Known, and not taken from the bot by a removal: where Teams merely refused it, a word there is proof enough. */
function isPlace(stored: ConversationReference | null): boolean {
  return stored !== null && (stored.installed || stored.refusedWith !== null);
}

function isOvertaken({ toldAt }: ConversationReference, stored: ConversationReference | null): boolean {
  return toldAt !== 0 && stored !== null && toldAt < stored.toldAt;
}

function isSamePerson(stored: ConversationReference, { userId }: ConversationReference): boolean {
  return userId === null || userId === stored.userId;
}
