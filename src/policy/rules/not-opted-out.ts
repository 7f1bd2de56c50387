import type { HeldReason } from '../held-reason.ts';

/** The customer told us to stop. */
export function notOptedOut(facts: { optedOut: boolean }): HeldReason | null {
  return facts.optedOut ? 'opted-out' : null;
}
