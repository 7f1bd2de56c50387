import type { HeldReason } from '../held-reason.ts';

const dayMs = 24 * 60 * 60_000;

/** The customer must have been here in the last 24 hours, at the moment of asking: exactly 24 h ago is still inside. */
export function within24Hours(facts: { now: number; lastActivityAt: number }): HeldReason | null {
  return facts.now - facts.lastActivityAt > dayMs ? 'outside-24h' : null;
}
