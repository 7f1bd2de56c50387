export interface BackOff {
  readonly baseMs: number;
  readonly maxMs: number;
}

/**
 * How long to wait after so many failures in a row (1, 2, …), in milliseconds: doubling from `baseMs` to `maxMs`, and
 * between half and the whole of it so that many clients do not come back at once. `chance` is in [0, 1). Pure.
 */
export function backOffMs(failures: number, { baseMs, maxMs }: BackOff, chance: number): number {
  const whole = Math.min(maxMs, baseMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(whole / 2 + (whole / 2) * chance);
}
