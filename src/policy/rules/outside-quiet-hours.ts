import type { HeldReason } from '../held-reason.ts';

/** Nobody is written to at night, by the clock of the customer. `from` and `to` are minutes of the day, `to` exclusive. */
export function outsideQuietHours(facts: {
  now: number;
  quietHours: { readonly from: number; readonly to: number } | null;
  timeZone: string;
}): HeldReason | null {
  if (facts.quietHours === null) return null;
  const { from, to } = facts.quietHours;
  const minute = minuteOfDay(facts.now, facts.timeZone);
  const quiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  return quiet ? 'quiet-hours' : null;
}

function minuteOfDay(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .formatToParts(new Date(at))
    .filter(({ type }) => type === 'hour' || type === 'minute')
    .map(({ value }) => Number(value));
  const [hour = 0, minute = 0] = parts;
  return hour * 60 + minute;
}
