export interface Metered {
  readonly count: number;
  readonly allowed: number;
  /** Seconds until the window ends. */
  readonly reset: number;
  readonly over: boolean;
}

const windowMs = 60_000;

/** Counts requests by key in windows of a minute from the key's first request; 0 allowed means no limit. */
export function createRateMeter(now: () => number, allowed: number): (key: string) => Metered {
  const windows = new Map<string, { startedAt: number; count: number }>();
  let sweptAt = now();

  const sweep = (at: number): void => {
    if (at - sweptAt < windowMs) return;
    sweptAt = at;
    for (const [key, { startedAt }] of windows) if (at - startedAt >= windowMs) windows.delete(key);
  };

  return (key) => {
    const at = now();
    sweep(at);
    const known = windows.get(key);
    const window =
      known !== undefined && at - known.startedAt < windowMs ? known : { startedAt: at, count: 0 };
    windows.set(key, window);
    window.count += 1;
    return {
      count: Math.min(window.count, allowed),
      allowed,
      reset: Math.max(1, Math.ceil((window.startedAt + windowMs - at) / 1000)),
      over: allowed > 0 && window.count > allowed,
    };
  };
}
