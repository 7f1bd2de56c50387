import type { HeldReason } from '../held-reason.ts';

/** Whoever waits in a queue is about to be served. */
export function notWaiting(facts: { waiting: boolean }): HeldReason | null {
  return facts.waiting ? 'waiting-in-queue' : null;
}
