import type { Locale } from './locale.ts';

const written = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}) (\S+)$/;

/**
 * A moment as `formatWhen` writes it (`2026-11-22 09:00 Europe/Berlin`), in the manner of a language:
 * `dim. 22 nov. 2026, 09:00 (Europe/Berlin)`. Any other text as it is.
 */
export function whenWords(text: string, locale: Locale): string {
  const [, day, time, timeZone] = written.exec(text) ?? [];
  if (day === undefined || time === undefined || timeZone === undefined) return text;
  const shown = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    // The clock's face is written down already: it is not moved to another zone.
    timeZone: 'UTC',
  });
  return `${shown.format(Date.parse(`${day}T${time}Z`))} (${timeZone})`;
}
