import { recentMs } from '../../sessions/session.ts';
import type { HeldReason } from '../held-reason.ts';

/** The customer must have been here in the last 24 hours, at the moment of asking: exactly 24 h ago is still inside. */
export function within24Hours(facts: { now: number; lastActivityAt: number }): HeldReason | null {
  return facts.now - facts.lastActivityAt > recentMs ? 'outside-24h' : null;
}
