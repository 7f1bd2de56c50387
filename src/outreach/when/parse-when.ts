import { Temporal } from 'temporal-polyfill';
import { inEnglish } from './in-english.ts';
import { readClockTime } from './read-clock-time.ts';
import { type Day, readDay } from './read-day.ts';
import { readSpan } from './read-span.ts';
import { readZone, type Zones } from './read-zone.ts';
import { instantOf, type Shift, wallTimeAt } from './wall-clock.ts';

/** Why a time cannot be taken. */
export type WhenProblem = 'not-understood' | 'past';

/** A moment, epoch milliseconds, never before now; by whose clock it was read; and what summer time did to that hour. */
export interface When {
  readonly at: number;
  readonly timeZone: string;
  readonly shift: Shift | null;
}

/** Longest text anybody writes for a time. */
const longest = 80;

const immediately = /^(?:now|at once|right away|jetzt|sofort)$/;
const stamped = /^\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})$/;
const isoLocal = /^(\d{4}-\d{2}-\d{2})t(\d{2}:\d{2})(?::00)?$/;

/**
 * A time as people write it, English or German, and in the commonest words French, Spanish or Japanese: "now", "in 20 minutes",
 * "tomorrow 9:00", "Monday 10:00 my time", "um 15 Uhr", "demain à 9h", "2時間後", ISO dates. By the customer's clock unless it says otherwise. The whole text must be understood: nothing is guessed from a part.
 */
export function parseWhen(
  text: string,
  { now, zones }: { readonly now: number; readonly zones: Zones },
): When | { readonly problem: WhenProblem } {
  if (text.length > longest) return { problem: 'not-understood' };
  const said = inEnglish(
    text
      .normalize('NFKC')
      .toLowerCase()
      // A chat’s formatting leaves signs of no width in what is copied from it.
      .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
      .replaceAll(/,(?!\d)|\s/g, ' ')
      .replaceAll(/ {2,}/g, ' ')
      .trim()
      .replace(/[!.]$/, ''),
  );
  if (immediately.test(said)) return moment(now, zones.customer, now);
  if (said.startsWith('in ')) {
    const span = readSpan(said.slice('in '.length));
    if (span !== null) return moment(now + span, zones.customer, now);
  }
  if (stamped.test(said)) return readStamp(said, zones.customer, now);
  const { rest, timeZone } = readZone(said, zones);
  return readDayAndTime(rest.replace(isoLocal, '$1 $2'), timeZone, now);
}

function readStamp(said: string, timeZone: string, now: number): When | { problem: WhenProblem } {
  try {
    return moment(Temporal.Instant.from(said).epochMilliseconds, timeZone, now);
  } catch {
    return { problem: 'not-understood' };
  }
}

function readDayAndTime(text: string, timeZone: string, now: number): When | { problem: WhenProblem } {
  const today = wallTimeAt(now, timeZone).toPlainDate();
  const told = splits(text)
    .map(([day, time, bareHours]) => ({
      day: day === '' ? { date: today, weekly: false } : readDay(day, today),
      minute: readClockTime(time, bareHours),
    }))
    .find(({ day, minute }) => day !== null && minute !== null);
  if (told === undefined || told.day === null || told.minute === null) return { problem: 'not-understood' };
  const first = momentOn(told.day, told.minute, timeZone, now);
  // "Monday 10:00" said on a Monday at eleven is the next one.
  return 'problem' in first && told.day.weekly
    ? momentOn({ ...told.day, date: told.day.date.add({ days: 7 }) }, told.minute, timeZone, now)
    : first;
}

/** Every way to read it as a day and a time, in either order; the last says whether a lone number may be an hour. */
function splits(text: string): [day: string, time: string, bareHours: boolean][] {
  const at = /^(.*?) ?\b(?:at|um|gegen) (.+)$/.exec(text);
  if (at !== null) return [[at[1] ?? '', at[2] ?? '', true], ...swapped(at[2] ?? '')];
  const words = text.split(' ');
  return [
    ['', text, false],
    ...words
      .slice(1)
      .map((_, index): [string, string, boolean] => [
        words.slice(0, index + 1).join(' '),
        words.slice(index + 1).join(' '),
        true,
      ]),
    ...swapped(text),
  ];
}

function swapped(text: string): [string, string, boolean][] {
  const words = text.split(' ');
  return words
    .slice(1)
    .map((_, index) => [words.slice(index + 1).join(' '), words.slice(0, index + 1).join(' '), true]);
}

function momentOn({ date }: Day, minute: number, timeZone: string, now: number) {
  const wall = date.toPlainDateTime().add({ minutes: minute });
  const { at, shift } = instantOf(wall, timeZone);
  return moment(at, timeZone, now, shift);
}

function moment(
  at: number,
  timeZone: string,
  now: number,
  shift: Shift | null = null,
): When | { problem: WhenProblem } {
  return at < now ? { problem: 'past' } : { at, timeZone, shift };
}
