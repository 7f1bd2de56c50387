import { catalogue } from '../../src/errors/catalogue.ts';
import type { ReachbackError } from '../../src/errors/reachback-error.ts';
import { heldReasonWords } from '../cards/held-reason-words.ts';
import type { Locale } from '../locales/locale.ts';
import { whenWords } from '../locales/when-words.ts';
import { wordsOf } from '../locales/words.ts';

/** A refusal in one text: what it means, what to do, why if a rule said no, and where an hour was refused which one would not have been. */
export function refusalWords({ code, facts }: ReachbackError, locale: Locale): string {
  const words = wordsOf(locale);
  const { meaning, next } = catalogue[code];
  const more = [
    ...(typeof facts.rule === 'string'
      ? [words('candidates.because', { reason: heldReasonWords(words, facts.rule) })]
      : []),
    ...(typeof facts.from === 'string'
      ? [words('follow-up.allowed-from', { when: whenWords(facts.from, locale) })]
      : []),
    ...(typeof facts.until === 'string'
      ? [words('follow-up.allowed-until', { when: whenWords(facts.until, locale) })]
      : []),
  ];
  return words('error.text', { meaning, next: [next, ...more].join(' '), code });
}
