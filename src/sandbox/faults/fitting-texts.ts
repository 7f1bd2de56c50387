import { runInNewContext } from 'node:vm';

/** An expression took too long on some text: it is one of those that never end. */
export class EndlessPattern extends Error {}

const patienceMs = 50;

/**
 * Those of the texts in which the regular expression is found. Anybody may arm a fault with an expression that takes for
 * ever (`(a+)+$`), which must not hold the process: one that could is given 50 ms. Throws EndlessPattern beyond that.
 */
export function fittingTexts(pattern: string, texts: readonly string[]): string[] {
  if (isQuick(pattern)) {
    const expression = new RegExp(pattern);
    return texts.filter((text) => expression.test(text));
  }
  try {
    const indexes: unknown = runInNewContext(
      'const e = new RegExp(pattern); texts.flatMap((text, index) => e.test(text) ? index : []).join()',
      { pattern, texts: [...texts] },
      { timeout: patienceMs },
    );
    const fitting = new Set(String(indexes).split(','));
    return texts.filter((_, index) => fitting.has(String(index)));
  } catch {
    throw new EndlessPattern(pattern);
  }
}

/** Whether it is found in the text. Throws EndlessPattern. */
export function fits(pattern: string, text: string): boolean {
  return fittingTexts(pattern, [text]).length > 0;
}

/** With one repetition at most, and none of a group, there is nothing to try again and again. */
function isQuick(pattern: string): boolean {
  return (pattern.match(/[*+?{]/g) ?? []).length <= 1 && !/\)[*+?{]/.test(pattern);
}
