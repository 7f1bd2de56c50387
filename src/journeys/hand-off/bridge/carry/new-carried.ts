import type { Carried } from '../../../../store/shapes/bridge-table.ts';
import { splitText } from '../texts/split-text.ts';

type Given = Pick<Carried, 'handOffId' | 'direction' | 'kind' | 'sourceId' | 'text' | 'place' | 'saidAt'>;

/** The rows of one message, in parts where it is long; none for one without a text. `now`: epoch milliseconds. Pure but for the ids. */
export function newCarried(given: Given, now: number, newId: () => string): Carried[] {
  return splitText(keepable(given.text)).map((text, index, parts) => ({
    ...given,
    text,
    id: newId(),
    sourceId: index === 0 ? given.sourceId : `${given.sourceId}#${index + 1}`,
    place: given.place + index,
    state: 'waiting',
    failures: 0,
    firstAttemptAt: null,
    attemptedAt: null,
    unknownSince: null,
    nextTryAt: now,
    code: null,
    sentAs: null,
    lastPart: index === parts.length - 1,
    receiptDue: null,
    receiptSent: null,
    createdAt: now,
    version: 1,
  }));
}

/** PostgreSQL keeps no NUL in a text and nobody can read one: a message with it would hold up all that follow. */
function keepable(text: string): string {
  return text.replaceAll('\0', '');
}

/** A message that needs no carrying (part of the transcript, or without a text): it counts as seen. */
export function coveredCarried(
  given: Omit<Given, 'kind' | 'text'>,
  now: number,
  newId: () => string,
): Carried[] {
  return newCarried({ ...given, kind: 'message', text: '-' }, now, newId).map((row) => ({
    ...row,
    text: '',
    state: 'covered',
  }));
}
