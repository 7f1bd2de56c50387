import type { HeldReason } from '../held-reason.ts';

const restMs = 60 * 60_000;

/** A customer whose message was refused makes way for the others for an hour: else the best-ranked one would fail for ever. */
export function notFailedRecently(facts: { now: number; lastFailedAt: number | null }): HeldReason | null {
  if (facts.lastFailedAt === null) return null;
  return facts.now - facts.lastFailedAt < restMs ? 'failed-recently' : null;
}
