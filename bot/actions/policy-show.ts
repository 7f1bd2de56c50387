import { policyCard } from '../cards/policy-card.ts';
import { requireKnown } from '../extension/require-known.ts';
import { policyViewOf } from '../policy-view-of.ts';
import type { PolicyOrAuditAction } from './policy-or-audit-action.ts';

/** The policy as it stands, for those who work with it: nothing is changed. */
export const policyShow: PolicyOrAuditAction = async ({ person, locale, journeys }) => {
  requireKnown(person);
  return policyCard(policyViewOf(await journeys.policies.standing(), person), locale);
};
