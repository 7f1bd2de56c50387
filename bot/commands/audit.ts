import { auditCardOf } from '../audit-card-of.ts';
import { auditLatestCard } from '../cards/audit-latest-card.ts';
import { policyChangesCard } from '../cards/policy-changes-card.ts';
import { wordsOf } from '../locales/words.ts';
import { requireSupervisor } from '../people/require-supervisor.ts';
import type { CommandContext, Reply } from './command.ts';

const mostChanges = 10;

/** No customer's name is longer. */
const longestName = 200;

/** For supervisors: the trail of an outreach, the last ones of a customer, or the changes of the policy. */
export const audit = async ({
  rest,
  locale,
  journeys,
  person,
}: Pick<CommandContext, 'rest' | 'locale' | 'journeys' | 'person'>): Promise<Reply> => {
  requireSupervisor(await person(), 'audit.supervisors-only');
  const summary = wordsOf(locale)('audit.title');
  const asked = rest
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .replaceAll(/^["'“„«]+|["'”“»]+$/g, '')
    .trim()
    .slice(0, longestName);
  if (asked === '') return { card: auditLatestCard(await journeys.audits.latest(), locale), summary };
  if (asked.toLowerCase() === 'policy')
    return { card: policyChangesCard(await journeys.policies.changes(mostChanges), locale), summary };
  return { card: auditCardOf(await journeys.audits.find(asked), locale), summary };
};
