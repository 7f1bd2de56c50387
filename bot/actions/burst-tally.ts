import type { Outreach } from '../../src/outreach/outreach.ts';
import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import { wouldBeHeld } from './would-be-held.ts';

/** How the proposals on a shared card ended, for who pressed: "10 approved, 1 had lapsed, 1 was declined by Kim". Pure. */
export function burstTally(outreaches: readonly Outreach[], presser: string, locale: Locale): string {
  const words = wordsOf(locale);
  const counts = new Map<string, { count: number; say: (count: number) => string }>();
  for (const outreach of outreaches) {
    const { key, say } = endOf(outreach, presser, words);
    const before = counts.get(key)?.count ?? 0;
    counts.set(key, { count: before + 1, say });
  }
  const ends = [...counts].toSorted(([one], [other]) => one.localeCompare(other));
  const said = ends.map(([, { count, say }]) => say(count));
  return new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(said);
}

/** The key sorts what was approved first, then what was not. */
function endOf(outreach: Outreach, presser: string, words: Words) {
  const { state, decidedBy, snoozedUntil } = outreach;
  const person = decidedBy ?? '';
  if (state === 'declined')
    return { key: `3 ${person}`, say: (count: number) => words('burst.said.declined-by', { count, person }) };
  if (state === 'cancelled')
    return {
      key: `4 ${person}`,
      say: (count: number) => words('burst.said.cancelled-by', { count, person }),
    };
  if (state === 'expired') return { key: '2', say: (count: number) => words('burst.said.lapsed', { count }) };
  if (state === 'awaiting-approval') {
    const asked = wouldBeHeld(outreach) ? 'burst.said.would-be-held' : 'burst.said.waiting';
    const key = snoozedUntil === null ? asked : 'burst.said.snoozed';
    return { key: `6 ${key}`, say: (count: number) => words(key, { count }) };
  }
  if (decidedBy === null) return { key: '5', say: (count: number) => words('burst.said.held', { count }) };
  return person === presser
    ? { key: '0', say: (count: number) => words('burst.said.approved', { count }) }
    : { key: `1 ${person}`, say: (count: number) => words('burst.said.approved-by', { count, person }) };
}
