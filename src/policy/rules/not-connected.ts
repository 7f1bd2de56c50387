import type { HeldReason } from '../held-reason.ts';

/** We do not barge in: whoever is in a conversation or waiting for one is already being looked after. */
export function notConnected(facts: { customerConnected: boolean; waiting: boolean }): HeldReason | null {
  if (!facts.customerConnected) return null;
  return facts.waiting ? 'waiting-in-queue' : 'connected-now';
}
