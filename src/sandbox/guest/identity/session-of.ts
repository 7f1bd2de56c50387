import type { Customer, Org } from '../../org.ts';
import type { Person } from './guest-tokens.ts';

/** The session this person has on the deployment they signed in on, unless it has run out. */
export function sessionOf(org: Org, { subject, deploymentId }: Person, now: number): Customer | undefined {
  for (const customer of org.customers.values()) {
    const isTheirs = customer.signedInAs === subject && customer.deploymentId === deploymentId;
    if (isTheirs && customer.sessionExpiresAt > now) return customer;
  }
  return undefined;
}
