import type { HeldReason } from '../held-reason.ts';

/**
 * What comes after a guest's session has run out is never seen. A look at the page may have renewed it, which nobody tells: rather no
 * message than one that is never seen. `guestSessionMs`: how long it outlives the customer's last activity; null: not known.
 */
export function sessionNotExpired(facts: {
  now: number;
  connected: boolean;
  lastActivityAt: number | null;
  guestSessionMs: number | null;
}): HeldReason | null {
  const { now, connected, lastActivityAt, guestSessionMs } = facts;
  if (connected || lastActivityAt === null || guestSessionMs === null) return null;
  return now - lastActivityAt > guestSessionMs ? 'session-expired' : null;
}
