import type { Words } from '../locales/words.ts';

/** A span in whole minutes, or hours and minutes: `38 minutes`, `2 hours 5 minutes`. */
export function agoWords(words: Words, spanMs: number): string {
  const minutes = Math.max(0, Math.floor(spanMs / 60_000));
  if (minutes < 60) return words('ago.minutes', { count: minutes });
  return words('ago.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
