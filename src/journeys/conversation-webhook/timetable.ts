const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long after the try before it each next one is made, milliseconds; the first is made at once. */
export const timetable = [10 * second, minute, 5 * minute, 30 * minute, 2 * hour, 8 * hour] as const;

/** How long after so many tries the next one is due, milliseconds; null: there was the last. Pure. */
export function nextWaitMs(attempts: number): number | null {
  return timetable[attempts - 1] ?? null;
}
