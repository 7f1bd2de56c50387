import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';

/** The customer in whose browser this token is. */
export function findGuest(org: Org, token: string): Customer | undefined {
  return org.customers.holding(token);
}

/** The session can be opened with this token. */
export function holdsToken({ token: own, otherTokens }: Customer, token: string): boolean {
  return own === token || (otherTokens?.includes(token) ?? false);
}
