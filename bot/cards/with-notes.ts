import { catalogue, type ErrorCode } from '../../src/errors/catalogue.ts';
import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { plainText } from './plain-text.ts';

/** What is to be said of a card as a card, beside what it says of the outreach. */
export interface CardNotes {
  /** It takes an earlier card's place; `link` opens that one, where there is a link. */
  readonly replaces: { readonly link: string | null } | null;
  /** Why the agent's own chat cannot be written to; null: it can, or is no matter here. */
  readonly agentUntold: { readonly agent: string; readonly code: ErrorCode } | null;
}

/** The card with its notes below. Pure. */
export function withNotes(card: AdaptiveCard, notes: CardNotes, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const lines = [...replacesLine(notes, words), ...untoldLine(notes, words)];
  return lines.length === 0 ? card : { ...card, body: [...card.body, ...lines] };
}

function replacesLine({ replaces }: CardNotes, words: Words): CardElement[] {
  if (replaces === null) return [];
  const text =
    replaces.link === null
      ? words('note.replaces-unlinked')
      : words('note.replaces', { link: replaces.link });
  return [{ type: 'TextBlock', id: 'note-replaces', text, size: 'small', isSubtle: true, wrap: true }];
}

function untoldLine({ agentUntold }: CardNotes, words: Words): CardElement[] {
  if (agentUntold === null) return [];
  const { meaning, next } = catalogue[agentUntold.code];
  const [first, ...rest] = plainText(
    words('note.agent-untold', { agent: agentUntold.agent, meaning, next }),
    { size: 'small', color: 'attention' },
  );
  return first === undefined ? [] : [{ ...first, id: 'note-agent-untold' }, ...rest];
}
