import type { HeldReason } from '../held-reason.ts';
import { type Offers, reachOf, routeTable } from '../route-table.ts';

/** There must be a way to the customer once the conversation is closed; what the platform says of it is asked before a send. */
export function routeExists(facts: { externalContactId: string | null; offers: Offers }): HeldReason | null {
  const choice = routeTable.closed[reachOf(facts, facts.offers)];
  return 'held' in choice ? choice.held : null;
}
