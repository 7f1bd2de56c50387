import { wallTimeAt } from './wall-clock.ts';

/** A moment by the clock of a zone, to the minute, as `parseWhen` reads it back: `2026-11-22 09:00 Europe/Berlin`. */
export function formatWhen(at: number, timeZone: string): string {
  const wall = wallTimeAt(at, timeZone);
  return `${wall.toPlainDate()} ${wall.toPlainTime().toString({ smallestUnit: 'minute' })} ${timeZone}`;
}
