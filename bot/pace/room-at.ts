/** At most so many calls in any stretch of so many milliseconds. */
export interface CallLimit {
  readonly calls: number;
  readonly inMs: number;
}

/**
 * The earliest moment from `now` on at which one more call keeps every limit: sliding windows, all of them. `made` are the
 * moments of the calls before it, oldest first; promised ones may lie ahead. All in epoch milliseconds. Pure.
 */
export function roomAt(made: readonly number[], limits: readonly CallLimit[], now: number): number {
  return limits.reduce(
    (at, { calls, inMs }) => Math.max(at, (made.at(-calls) ?? Number.NEGATIVE_INFINITY) + inMs),
    now,
  );
}
