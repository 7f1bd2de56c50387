/** When a 429 does not say how long, or says something absurd. */
const defaultMs = 15_000;
const longestMs = 300_000;

/**
 * The wait a 429 asks for, in milliseconds. The platform writes whole seconds; HTTP allows a date as well.
 * Absent, negative or unreadable: 15 s. Never less than a second, never more than five minutes, so that one bad
 * header can neither make us hammer the platform nor silence the product for a day.
 */
export function retryAfterMs(header: string | undefined, now: number): number {
  const asked = header === undefined ? Number.NaN : read(header.trim(), now);
  if (!Number.isFinite(asked) || asked < 0) return defaultMs;
  return Math.min(longestMs, Math.max(1_000, asked));
}

function read(header: string, now: number): number {
  if (/^\d+(\.\d+)?$/.test(header)) return Math.ceil(Number(header)) * 1_000;
  // Date.parse takes almost anything; only something that names a month is an HTTP date.
  return /[A-Za-z]{3}/.test(header) ? Date.parse(header) - now : Number.NaN;
}
