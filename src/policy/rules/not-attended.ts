import { idleAfterMs } from '../conversation-state.ts';
import type { HeldReason } from '../held-reason.ts';

/** Whoever is connected and looked after, or wrote a moment ago, is left alone; an idle customer nobody looks after is not. */
export function notAttended(facts: {
  now: number;
  connected: boolean;
  attended: boolean;
  lastActivityAt: number;
}): HeldReason | null {
  if (!facts.connected) return null;
  return facts.attended || facts.now - facts.lastActivityAt < idleAfterMs ? 'connected-now' : null;
}
