import type { Outreach } from '../../src/outreach/outreach.ts';

/** Whether something is known to hold a message that waits for a decision back, if it left now. Pure. */
export function wouldBeHeld({ state, briefing }: Outreach): boolean {
  return state === 'awaiting-approval' && (briefing?.standsInTheWay ?? []).length > 0;
}
