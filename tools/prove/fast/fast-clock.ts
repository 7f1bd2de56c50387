export interface FastClock {
  /** How many times as fast as the computer's. */
  readonly times: number;
  /** Epoch milliseconds of the fast time. */
  now(): number;
  /** So many milliseconds of the fast time in those of the computer: never less than whole ones, so that no timer is early. */
  real(ms: number): number;
}

/** `times` as fast as the computer's clock, and equal to it at `from` (epoch milliseconds). */
export function fastClock({ times, from }: { readonly times: number; readonly from: number }): FastClock {
  const origin = performance.timeOrigin - from;
  const computerNow = performance.now.bind(performance);
  return {
    times,
    now: () => from + (origin + computerNow()) * times,
    real: (ms) => Math.max(0, Math.ceil(ms / times)),
  };
}
