export interface Metered {
  readonly count: number;
  readonly allowed: number;
  /** Seconds until the window ends. */
  readonly reset: number;
  readonly over: boolean;
}

/** Counts requests by token in windows of a minute from the token's first request; 0 allowed means no limit. */
export function createRateMeter(now: () => number, allowed: number): (token: string) => Metered {
  const windows = new Map<string, { startedAt: number; count: number }>();
  return (token) => {
    const known = windows.get(token);
    const window =
      known !== undefined && now() - known.startedAt < 60_000 ? known : { startedAt: now(), count: 0 };
    windows.set(token, window);
    window.count += 1;
    const reset = Math.max(1, Math.ceil((window.startedAt + 60_000 - now()) / 1000));
    return {
      count: Math.min(window.count, allowed),
      allowed,
      reset,
      over: allowed > 0 && window.count > allowed,
    };
  };
}
