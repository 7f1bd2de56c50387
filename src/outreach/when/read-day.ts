import { Temporal } from 'temporal-polyfill';

/** A day as it was said: a date of its own, or a weekday, which comes again every week. */
export interface Day {
  readonly date: Temporal.PlainDate;
  readonly weekly: boolean;
}

const fromToday: Readonly<Record<string, number>> = {
  today: 0,
  heute: 0,
  tomorrow: 1,
  morgen: 1,
  'day after tomorrow': 2,
  'the day after tomorrow': 2,
  übermorgen: 2,
};

/** Monday first, as ISO counts. */
const weekdays: readonly RegExp[] = [
  /^(?:mon(?:day)?|mo|montag)$/,
  /^(?:tue(?:s(?:day)?)?|di|dienstag)$/,
  /^(?:wed(?:nesday)?|mi|mittwoch)$/,
  /^(?:thu(?:r(?:s(?:day)?)?)?|do|donnerstag)$/,
  /^(?:fri(?:day)?|fr|freitag)$/,
  /^(?:sat(?:urday)?|sa|samstag|sonnabend)$/,
  /^(?:sun(?:day)?|so|sonntag)$/,
];

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;
const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/;

/** A day in words or as a date, English, German or ISO, seen from `today`; the next of that weekday, today included. Null for anything else. */
export function readDay(text: string, today: Temporal.PlainDate): Day | null {
  const ahead = fromToday[text];
  if (ahead !== undefined) return { date: today.add({ days: ahead }), weekly: false };
  const name = text.replace(/^(?:on|am) /, '');
  const weekday = weekdays.findIndex((pattern) => pattern.test(name)) + 1;
  if (weekday > 0) return { date: today.add({ days: (weekday - today.dayOfWeek + 7) % 7 }), weekly: true };
  const date = readDate(name, today);
  return date === null ? null : { date, weekly: false };
}

function readDate(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const [, year, month, day] = iso.exec(text) ?? [];
  if (year !== undefined) return dateOf(Number(year), month, day);
  const [, germanDay, germanMonth, germanYear] = german.exec(text) ?? [];
  if (germanDay === undefined) return null;
  const date = dateOf(Number(germanYear ?? today.year), germanMonth, germanDay);
  const over = date !== null && germanYear === undefined && Temporal.PlainDate.compare(date, today) < 0;
  return over ? dateOf(today.year + 1, germanMonth, germanDay) : date;
}

/** Null where that month has no such day. */
function dateOf(year: number, month: string | undefined, day: string | undefined): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month: Number(month), day: Number(day) }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
