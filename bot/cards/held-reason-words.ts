import { en, type MessageKey } from '../locales/en.ts';
import type { Words } from '../locales/words.ts';

/** Why the rules held an outreach back, in words; a code this version does not know is named as it is. */
export function heldReasonWords(words: Words, code: string): string {
  const key = `held.${code}`;
  return isKey(key) ? words(key) : words('held.other', { code });
}

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
