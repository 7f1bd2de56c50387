import type { HeldReason } from '../held-reason.ts';

/** Somebody pressed pause, for all or for this agent. */
export function notPaused(facts: { paused: boolean }): HeldReason | null {
  return facts.paused ? 'paused' : null;
}
