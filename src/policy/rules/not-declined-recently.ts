import type { HeldReason } from '../held-reason.ts';

/** A supervisor's no holds for everybody for as long as a message sent would: nobody is asked about that customer again meanwhile. */
export function notDeclinedRecently(facts: {
  now: number;
  lastDeclinedAt: number | null;
  contactAgainAfterMs: number;
}): HeldReason | null {
  if (facts.lastDeclinedAt === null) return null;
  return facts.now - facts.lastDeclinedAt < facts.contactAgainAfterMs ? 'declined-recently' : null;
}
