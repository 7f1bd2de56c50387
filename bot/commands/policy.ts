import { policyCard } from '../cards/policy-card.ts';
import { wordsOf } from '../locales/words.ts';
import { policyViewOf } from '../policy-view-of.ts';
import { requireKnown } from '../extension/require-known.ts';
import type { Command } from './command.ts';

/** The policy in force: agents read it, supervisors change it on the card. */
export const policy: Command = async ({ locale, journeys, person }) => {
  const asking = await person();
  requireKnown(asking);
  const view = policyViewOf(await journeys.policies.standing(), asking);
  return { card: policyCard(view, locale), summary: wordsOf(locale)('policy.title') };
};
