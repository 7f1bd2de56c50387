import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';
import type { Person } from './guest-tokens.ts';

/** The session this person has on the deployment they signed in on, unless it has run out. */
export function sessionOf(org: Org, { subject, deploymentId }: Person, now: number): Customer | undefined {
  return org.customers
    .signedInAs(subject)
    .find((each) => each.deploymentId === deploymentId && each.sessionExpiresAt > now);
}
