import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { PolicyRequest } from '../../src/journeys/policy/policies.ts';
import type { AdaptiveCard, ExecuteAction } from '../cards/adaptive-card.ts';
import { policyCard } from '../cards/policy-card.ts';
import { policySureCard } from '../cards/policy-sure-card.ts';
import { requireSupervisor } from '../people/require-supervisor.ts';
import { policyViewOf } from '../policy-view-of.ts';
import type { PolicyOrAuditContext } from './policy-or-audit-action.ts';

const pressed = z.object({
  policyRevision: z.coerce.number().int().nonnegative(),
  policySure: z.literal('yes').optional(),
});

/**
 * A supervisor's wish to change the policy, answered by the card that shows what came of it. `asked` is the wish, `verb` and `data`
 * are the button that brings it along once more when the supervisor is asked whether they are sure.
 */
export async function policyPress(
  context: PolicyOrAuditContext,
  wish: Pick<PolicyRequest, 'asked'> & { readonly verb: string; readonly data: ExecuteAction['data'] },
): Promise<AdaptiveCard> {
  const { person, data, firstTime, locale, journeys } = context;
  requireSupervisor(person, 'policy.supervisors-only');
  const told = pressed.safeParse(data);
  if (!told.success) throw new ReachbackError('teams.action-unknown');
  const { policyRevision: revision, policySure } = told.data;
  if (!(await firstTime()))
    return policyCard(policyViewOf(await journeys.policies.standing(), person), locale);
  const sure = policySure === 'yes';
  const outcome = await journeys.policies.change({ asked: wish.asked, revision, by: person.name, sure });
  if (outcome.kind !== 'sure') return policyCard(policyViewOf(outcome.standing, person, outcome), locale);
  const { loosens, standing, values } = outcome;
  const again = { verb: wish.verb, data: { ...wish.data, policyRevision: revision } };
  return policySureCard({ loosens, from: standing.values, to: values, ...again }, locale);
}
