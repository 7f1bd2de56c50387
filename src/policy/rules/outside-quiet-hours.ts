import { isTimeZone } from '../../outreach/when/is-time-zone.ts';
import { wallTimeAt } from '../../outreach/when/wall-clock.ts';
import type { HeldReason } from '../held-reason.ts';
import { isQuietMinute, type QuietHours } from '../is-quiet-minute.ts';

/**
 * Nobody is written to at night, by the clock of the customer; `otherwise` is the zone where theirs is not known or no
 * IANA name.
 */
export function outsideQuietHours(facts: {
  now: number;
  quietHours: QuietHours;
  timeZone: string | null;
  otherwise: string;
}): HeldReason | null {
  const { now, quietHours, timeZone, otherwise } = facts;
  if (quietHours === null) return null;
  const { hour, minute } = wallTimeAt(now, timeZone !== null && isTimeZone(timeZone) ? timeZone : otherwise);
  return isQuietMinute(quietHours, hour * 60 + minute) ? 'quiet-hours' : null;
}
