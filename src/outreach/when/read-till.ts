import { parseWhen } from './parse-when.ts';
import { readDay } from './read-day.ts';
import { readSpan } from './read-span.ts';
import { instantOf, nextMinuteOfDay, wallTimeAt } from './wall-clock.ts';

const today = /^(?:(?:for )?(?:today|the (?:rest of the )?day)|(?:für )?heute)$/;
const until = /^(?:until|till|til|bis)(?: zum| um)? (.+)$/;
const span = /^(?:for |für )?(.+)$/;

/**
 * When something ends, as people write it, English or German: "30m", "for 2 hours", "today", "until 15:00", "bis morgen". Epoch
 * milliseconds after `now`, by the clock of `timeZone` (IANA name); a day alone is its first moment. Null where it is not understood or over.
 */
export function readTill(text: string, { now, timeZone }: { now: number; timeZone: string }): number | null {
  const said = text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
  if (today.test(said)) return nextMinuteOfDay(0, now, timeZone);
  const end = until.exec(said)?.[1];
  if (end !== undefined) return after(now, readEnd(end, now, timeZone));
  const length = readSpan(span.exec(said)?.[1] ?? '');
  return length === null ? null : after(now, now + length);
}

function readEnd(text: string, now: number, timeZone: string): number | null {
  const day = readDay(text, wallTimeAt(now, timeZone).toPlainDate());
  if (day !== null) return instantOf(day.date.toPlainDateTime(), timeZone).at;
  const when = parseWhen(text, { now, zones: { customer: timeZone, asker: timeZone } });
  return 'problem' in when ? null : when.at;
}

function after(now: number, at: number | null): number | null {
  return at !== null && at > now ? at : null;
}
