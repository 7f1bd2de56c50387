import { catalogue, type ErrorCode } from '../../src/errors/catalogue.ts';
import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { labelOf } from './labelled.ts';
import { plainText } from './plain-text.ts';

const mostRows = 5;

/** A conversation Teams lets the bot write into no more, and why; a person's name, null for a channel. */
export interface ClosedPlace {
  readonly name: string | null;
  readonly code: ErrorCode;
}

/** The card with what nobody can be told any more below, and what to do about each. Pure. */
export function withClosedPlaces(
  card: AdaptiveCard,
  closed: readonly ClosedPlace[],
  locale: Locale,
): AdaptiveCard {
  if (closed.length === 0) return card;
  const words = wordsOf(locale);
  const more = closed.length - mostRows;
  const lines = closed.slice(0, mostRows).map(({ name, code }) => {
    const { meaning, next } = catalogue[code];
    return words('note.closed-chat', { where: name ?? words('note.closed-channel'), meaning, next });
  });
  const rows = more > 0 ? [...lines, words('note.closed-more', { count: more })] : lines;
  return {
    ...card,
    body: [
      ...card.body,
      { ...labelOf(words('note.closed')), id: 'closed-places' },
      ...rows.flatMap((line) => plainText(line, { size: 'small' })),
    ],
  };
}
