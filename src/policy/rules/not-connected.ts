import type { HeldReason } from '../held-reason.ts';

/** We do not barge in: whoever is in a conversation is already being looked after. */
export function notConnected(facts: { customerConnected: boolean }): HeldReason | null {
  return facts.customerConnected ? 'connected-now' : null;
}
