import { nextMinuteOfDay } from '../outreach/when/wall-clock.ts';
import { recentMs } from '../sessions/session.ts';
import { outsideQuietHours } from './rules/outside-quiet-hours.ts';

/** Less time than this is none to decide in, milliseconds. */
const leastMs = 60_000;

/** What a snooze depends on. Times are epoch milliseconds. */
export interface SnoozeFacts {
  readonly now: number;
  readonly forMs: number;
  readonly expiresAt: number | null;
  /** The hour of its own at which it is to leave; null: as soon as it is approved. */
  readonly sendAt: number | null;
  readonly lastActivityAt: number;
  readonly quietHours: { readonly from: number; readonly to: number } | null;
  /** The customer's clock, an IANA name. */
  readonly timeZone: string;
}

/**
 * Until when a proposal is put off and when it then lapses: later by as much, but never after the customer's 24 hours nor in quiet
 * hours, when it could not be sent any more. Null: there would be no time left to decide.
 */
export function snoozePlan(
  facts: SnoozeFacts,
): { readonly until: number; readonly expiresAt: number } | null {
  const { now, forMs, lastActivityAt, quietHours, timeZone } = facts;
  const until = now + forMs;
  // What leaves at an hour of its own may be decided on in the night before.
  const leaves = Math.max(until, facts.sendAt ?? until);
  if (outsideQuietHours({ now: leaves, quietHours, timeZone, otherwise: timeZone }) !== null) return null;
  const expiresAt = Math.min(
    (facts.expiresAt ?? until) + forMs,
    lastActivityAt + recentMs,
    quietHours === null ? Number.POSITIVE_INFINITY : nextMinuteOfDay(quietHours.from, leaves, timeZone),
  );
  return expiresAt - until < leastMs ? null : { until, expiresAt };
}
