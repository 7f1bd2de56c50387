import type { HeldReason } from '../held-reason.ts';

/** After a message the customer is left alone for a while, across sessions, agents and restarts. */
export function notContactedRecently(facts: {
  now: number;
  lastSentAt: number | null;
  contactAgainAfterMs: number;
}): HeldReason | null {
  if (facts.lastSentAt === null) return null;
  return facts.now - facts.lastSentAt < facts.contactAgainAfterMs ? 'contacted-recently' : null;
}
