import { inEnglish } from './in-english.ts';
import { parseWhen } from './parse-when.ts';
import { readDay } from './read-day.ts';
import { readSpan } from './read-span.ts';
import { instantOf, nextMinuteOfDay, wallTimeAt } from './wall-clock.ts';

const today =
  /^(?:(?:for )?(?:today|the (?:rest of the )?day)|(?:für )?heute|aujourd[’']hui|(?:por )?hoy|今日(?:中|いっぱい)?)$/;
const until: readonly RegExp[] = [
  /^(?:until|till|til|bis)(?: zum| um)? (.+)$/,
  /^jusqu[’'](?:à|au|a) ?(.+)$/,
  /^hasta (?:el |las? )?(.+)$/,
  /^(.+)まで$/,
];
const span = /^(?:for |für |pendant |durante |por )?(.+?)間?$/;
/** How a span is said as a moment from now where it is not in English or German. */
const fromNow: readonly ((length: string) => string)[] = [
  (length) => `dans ${length}`,
  (length) => `en ${length}`,
  (length) => `${length}後`,
  (length) => `${length}間後`,
];
/** How an hour is said after "until", and with the word that goes before it elsewhere. */
const atHour: readonly ((hour: string) => string)[] = [
  (hour) => hour,
  (hour) => `à ${hour}`,
  (hour) => `a las ${hour}`,
];

/**
 * When something ends, as people write it, English or German, and in the commonest words French, Spanish or Japanese: "30m", "for 2 hours",
 * "today", "until 15:00", "bis morgen", "15時まで". Epoch milliseconds after `now`, by the clock of `timeZone` (IANA name); a day alone is its
 * first moment. Null where it is not understood or over.
 */
export function readTill(text: string, { now, timeZone }: { now: number; timeZone: string }): number | null {
  const said = text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
  if (today.test(said)) return nextMinuteOfDay(0, now, timeZone);
  const zones = { customer: timeZone, asker: timeZone };
  const moment = (words: string): number | null => {
    const when = parseWhen(words, { now, zones });
    return 'problem' in when ? null : when.at;
  };
  const end = first(until, (pattern) => pattern.exec(said)?.[1] ?? null);
  if (end !== null)
    return after(now, dayIn(end, now, timeZone) ?? first(atHour, (form) => moment(form(end))));
  const length = span.exec(said)?.[1] ?? '';
  const ms = readSpan(length);
  if (ms !== null) return after(now, now + ms);
  return after(now, length === '' ? null : first(fromNow, (form) => moment(form(length))));
}

function dayIn(text: string, now: number, timeZone: string): number | null {
  const day = readDay(inEnglish(text), wallTimeAt(now, timeZone).toPlainDate());
  return day === null ? null : instantOf(day.date.toPlainDateTime(), timeZone).at;
}

function first<From, To>(list: readonly From[], give: (each: From) => To | null): To | null {
  for (const each of list) {
    const given = give(each);
    if (given !== null) return given;
  }
  return null;
}

function after(now: number, at: number | null): number | null {
  return at !== null && at > now ? at : null;
}
