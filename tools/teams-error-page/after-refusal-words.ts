import type { AfterRefusal } from '../../bot/card-sync/after-refusal.ts';

/** What is done about a refusal of Teams, as docs say it. */
export const afterRefusalWords: Readonly<Record<AfterRefusal, string>> = {
  retry: 'again later, ever more slowly (1 s to 5 min)',
  rest: 'again later; nothing to that conversation meanwhile, `Retry-After` first',
  leave: 'no more there until the bot is installed or spoken to',
  replace: 'one new card that links to the old one; gone again: given up',
  shrink: 'a short form instead; refused, too: given up until the outreach changes',
  refuse: 'the person counts as unknown: reads nothing about customers, decides nothing',
};
