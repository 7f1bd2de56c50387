import type { ErrorCode } from '../errors/catalogue.ts';
import { isErrorCode } from '../errors/is-error-code.ts';

/** Codes of ours a text names, each once. Pure. */
export function codesIn(text: string): ErrorCode[] {
  const words: string[] = text.match(/[a-z]+(?:[.-][a-z]+)+/g) ?? [];
  return [...new Set(words.filter(isErrorCode))];
}
