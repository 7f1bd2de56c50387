import { frenchInEnglish } from './french-in-english.ts';
import { japaneseInEnglish } from './japanese-in-english.ts';
import { spanishInEnglish } from './spanish-in-english.ts';

/**
 * A time in French, Spanish or Japanese said in English, in lower case and with single spaces, as the rest of this folder reads it. Any
 * other words stay as they are: what is not understood whole is refused there.
 */
export function inEnglish(said: string): string {
  return japaneseInEnglish(spanishInEnglish(frenchInEnglish(said)));
}
