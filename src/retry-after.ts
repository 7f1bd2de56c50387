const shortestMs = 1_000;
const longestMs = 300_000;

/**
 * The wait a Retry-After header asks for, in milliseconds from `now` (epoch milliseconds): whole seconds or an HTTP date
 * (RFC 9110). Null when absent, in the past or unreadable: then it is for the caller to choose. Never less than a second,
 * never more than five minutes, so that one bad header can neither make us hammer a server nor silence the product
 * for a day. Pure.
 */
export function retryAfterMs(header: string | null | undefined, now: number): number | null {
  const asked = typeof header === 'string' ? read(header.trim(), now) : Number.NaN;
  if (!Number.isFinite(asked) || asked < 0) return null;
  return Math.min(longestMs, Math.max(shortestMs, asked));
}

function read(header: string, now: number): number {
  if (/^\d+(\.\d+)?$/.test(header)) return Math.ceil(Number(header)) * 1_000;
  // Date.parse takes almost anything; only something that names a month is an HTTP date.
  return /[A-Za-z]{3}/.test(header) ? Date.parse(header) - now : Number.NaN;
}
