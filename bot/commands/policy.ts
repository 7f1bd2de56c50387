import { policyCard } from '../cards/policy-card.ts';
import { requireKnown } from '../extension/require-known.ts';
import { wordsOf } from '../locales/words.ts';
import { policyViewOf } from '../policy-view-of.ts';
import type { CommandContext, Reply } from './command.ts';

/** The policy in force: agents read it, supervisors change it on the card. */
export const policy = async ({
  locale,
  journeys,
  person,
}: Pick<CommandContext, 'locale' | 'journeys' | 'person'>): Promise<Reply> => {
  const asking = await person();
  requireKnown(asking);
  const view = policyViewOf(await journeys.policies.standing(), asking);
  return { card: policyCard(view, locale), summary: wordsOf(locale)('policy.title') };
};
