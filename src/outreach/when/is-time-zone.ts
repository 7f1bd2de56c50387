import { Temporal } from 'temporal-polyfill';

/**
 * Whether the name is a time zone of the IANA database, old aliases with it, or an offset such as `+02:00`. Abbreviations are none: what
 * some tables know by them is another place than people mean (`BST` is Dhaka there, `IST` India).
 */
export function isTimeZone(name: string): boolean {
  try {
    // Each takes what the other refuses: an abbreviation the one, a date with a zone the other.
    new Intl.DateTimeFormat('en', { timeZone: name });
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
