const firstMs = 1_000;
const longestMs = 5 * 60_000;

/**
 * How long to wait after so many failures in a row (1, 2, …), in milliseconds: doubling from a second to five minutes, a
 * fifth of it up or down by `random` (0–1), but never less than what the other side asked for.
 */
export function backOffMs(failures: number, askedMs: number | null, random: () => number): number {
  const doubled = Math.min(longestMs, firstMs * 2 ** (failures - 1));
  return Math.max(askedMs ?? 0, Math.round(doubled * (0.8 + 0.4 * random())));
}
