import type { HeldReason } from '../held-reason.ts';

/** The platform reaches web customers by external contact only; an anonymous one needs the field endpoint. */
export function routeExists(facts: {
  externalContactId: string | null;
  offersExternalMessages: boolean;
}): HeldReason | null {
  return facts.externalContactId === null && !facts.offersExternalMessages ? 'no-route' : null;
}
