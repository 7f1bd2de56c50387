/** Who may ask how often: so many requests at once, and as many again within a minute. */
export interface RateLimit {
  /** Milliseconds to wait before this one may ask again; 0: it may now, and that counted. */
  take(who: string, now: number): number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Beyond so many askers those who asked longest ago are forgotten, so that strangers cannot fill the memory. */
const mostAskers = 20_000;

/** A token bucket each, `perMinute` deep. */
export function createRateLimit(perMinute: number): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  return {
    take(who, now) {
      const known = buckets.get(who) ?? { tokens: perMinute, at: now };
      const tokens = Math.min(perMinute, known.tokens + Math.max(0, now - known.at) * perMs);
      // Written anew, the latest is last.
      buckets.delete(who);
      const left = tokens >= 1 ? tokens - 1 : tokens;
      buckets.set(who, { tokens: left, at: now });
      if (buckets.size > mostAskers)
        for (const oldest of buckets.keys()) {
          buckets.delete(oldest);
          break;
        }
      return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perMs);
    },
  };
}
