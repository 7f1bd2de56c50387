/** ISO-8601 to epoch milliseconds; null when absent or no date. */
export function timeOf(written: string | null | undefined): number | null {
  if (written === null || written === undefined) return null;
  const time = Date.parse(written);
  return Number.isNaN(time) ? null : time;
}

/** The latest of these; null when there is none. */
export function latestOf(times: readonly (number | null)[]): number | null {
  return times.reduce(
    (found, time) => (found === null || (time !== null && time > found) ? time : found),
    null,
  );
}
