import type { PolicyOutcome, PolicyStanding } from '../src/journeys/policy/policies.ts';
import type { PolicyView } from './cards/policy-view.ts';
import type { Person } from './people/people.ts';

/** The policy as its card shows it to this person, after a press where there was one. */
export function policyViewOf(
  standing: PolicyStanding,
  { supervisor }: Pick<Person, 'supervisor'>,
  outcome: Exclude<PolicyOutcome, { kind: 'sure' }> | null = null,
): PolicyView {
  const { revision, values, configured, lastChange, readable } = standing;
  return {
    revision,
    values,
    configured,
    lastChange,
    readable,
    mayChange: supervisor,
    said: outcome?.kind ?? null,
    meanwhile: outcome?.kind === 'meanwhile' ? outcome.changes : [],
  };
}
