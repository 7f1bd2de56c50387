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
  if (facts.quietHours === null) return null;
  const minute = minuteOfDay(facts.now, facts.timeZone ?? facts.otherwise, facts.otherwise);
  return isQuietMinute(facts.quietHours, minute) ? 'quiet-hours' : null;
}

function minuteOfDay(at: number, timeZone: string, otherwise: string): number {
  const [hour = 0, minute = 0] = clockIn(timeZone, otherwise)
    .formatToParts(at)
    .filter(({ type }) => type === 'hour' || type === 'minute')
    .map(({ value }) => Number(value));
  return hour * 60 + minute;
}

function clockIn(timeZone: string, otherwise: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  } catch (error) {
    if (timeZone === otherwise) throw error;
    return clockIn(otherwise, otherwise);
  }
}
