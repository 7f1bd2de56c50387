export interface BackOff {
  readonly baseMs: number;
  readonly maxMs: number;
}

/**
 * How long to wait before try number `attempt` + 1 (attempt counts from 1), in milliseconds: doubling, capped,
 * and between half and the whole of it so that many clients do not come back at once. `chance` is in [0, 1).
 */
export function retryDelay(attempt: number, { baseMs, maxMs }: BackOff, chance: number): number {
  const whole = Math.min(maxMs, baseMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round(whole / 2 + (whole / 2) * chance);
}
