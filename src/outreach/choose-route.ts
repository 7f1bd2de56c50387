import type { Outreach, Route } from './outreach.ts';

/**
 * Agentless reaches whoever has an external contact, on the platform's own contract; an anonymous visitor is reached
 * through the field endpoint where the organisation offers it. Null: no route.
 */
export function chooseRoute(
  outreach: Pick<Outreach, 'externalContactId'>,
  offers: { readonly externalMessages: boolean },
): Route | null {
  if (outreach.externalContactId !== null) return 'agentless';
  return offers.externalMessages ? 'external-messages' : null;
}
