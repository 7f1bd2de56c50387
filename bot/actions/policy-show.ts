import { policyCard } from '../cards/policy-card.ts';
import { requireKnown } from '../extension/require-known.ts';
import { policyViewOf } from '../policy-view-of.ts';
import type { DeskAction } from './desk-action.ts';

/** The policy as it stands, for those who work with it: nothing is changed. */
export const policyShow: DeskAction = async ({ person, locale, journeys }) => {
  requireKnown(person);
  return policyCard(policyViewOf(await journeys.policies.standing(), person), locale);
};
