import { Temporal } from 'temporal-polyfill';

/** What the change to or from summer time did to an hour: it does not exist that day, or comes twice. */
export type Shift = 'gap' | 'overlap';

/** A date and an hour as a clock on the wall shows them. */
export type WallTime = Temporal.PlainDateTime;

/**
 * The moment a clock in that zone (IANA name) shows this, epoch milliseconds. An hour that is left out gives the first moment after
 * the gap, one that comes twice its first coming; `shift` says so.
 */
export function instantOf(wall: WallTime, timeZone: string): { at: number; shift: Shift | null } {
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds)
    return { at: earlier.epochMilliseconds, shift: null };
  if (earlier.toPlainDateTime().equals(wall)) return { at: earlier.epochMilliseconds, shift: 'overlap' };
  const gapEnd = earlier.getTimeZoneTransition('next') ?? later;
  return { at: gapEnd.epochMilliseconds, shift: 'gap' };
}

/** What a clock in that zone shows at this moment. */
export function wallTimeAt(at: number, timeZone: string): WallTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
}

/** The first moment after `at` at which a clock in that zone shows this minute of the day. */
export function nextMinuteOfDay(minute: number, at: number, timeZone: string): number {
  const midnight = wallTimeAt(at, timeZone).toPlainDate().toPlainDateTime();
  const today = instantOf(midnight.add({ minutes: minute }), timeZone).at;
  return today > at ? today : instantOf(midnight.add({ days: 1, minutes: minute }), timeZone).at;
}
