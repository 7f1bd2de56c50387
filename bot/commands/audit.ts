import { auditCardOf } from '../audit-card-of.ts';
import { auditLatestCard } from '../cards/audit-latest-card.ts';
import { auditTicketsCard } from '../cards/audit-tickets-card.ts';
import { partnerChangesCard } from '../cards/partner-changes-card.ts';
import { policyChangesCard } from '../cards/policy-changes-card.ts';
import { wordsOf } from '../locales/words.ts';
import { requireSupervisor } from '../people/require-supervisor.ts';
import type { CommandContext, Reply } from './command.ts';

const mostChanges = 10;

/** No customer's name is longer. */
const longestName = 200;

/** For supervisors: the trail of an outreach, the last ones of a customer, the changes of the policy or the partners, or hand-off tickets. */
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
  switch (asked.toLowerCase()) {
    case 'policy':
      return { card: policyChangesCard(await journeys.policies.changes(mostChanges), locale), summary };
    case 'partners':
      return { card: partnerChangesCard(await journeys.partners.changes(mostChanges), locale), summary };
    case 'tickets':
      return { card: auditTicketsCard(await journeys.handOffs.tickets(), locale), summary };
  }
  return { card: auditCardOf(await journeys.audits.find(asked), locale), summary };
};
