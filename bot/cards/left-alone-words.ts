import { en, type MessageKey } from '../locales/en.ts';
import type { Words } from '../locales/words.ts';

/** How many customers are left alone, by reason, the most first: `3 written to recently · 1 in a conversation`. */
export function leftAloneWords(counts: Readonly<Partial<Record<string, number>>>, words: Words): string {
  const byKey = new Map<MessageKey, number>();
  for (const [reason, count = 0] of Object.entries(counts)) {
    const key = keyOf(reason);
    byKey.set(key, (byKey.get(key) ?? 0) + count);
  }
  return [...byKey]
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([key, count]) => words(key, { count }))
    .join(' · ');
}

/** A reason without words of its own is one of the others. */
function keyOf(reason: string): MessageKey {
  const key = `candidates.left.${reason}`;
  return isKey(key) ? key : 'candidates.left.other';
}

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
