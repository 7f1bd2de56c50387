import { chooseRoute } from '../../outreach/choose-route.ts';
import type { HeldReason } from '../held-reason.ts';

/** There must be a way to the customer. */
export function routeExists(facts: {
  externalContactId: string | null;
  offersExternalMessages: boolean;
}): HeldReason | null {
  const route = chooseRoute(facts, { externalMessages: facts.offersExternalMessages });
  return route === null ? 'no-route' : null;
}
