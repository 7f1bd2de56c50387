import { runInNewContext } from 'node:vm';
import { badRequest } from '../platform-error.ts';

/** With more of them the mere translation of an expression may take for ever, which no time limit interrupts. */
const mostRepetitions = 12;

/**
 * Those of the texts an expression matches as a whole, in any case. Throws 400 for one that is none, or that takes
 * longer than a tenth of a second or repeats too much: anybody may send one that never ends.
 */
export function matchRegex(source: string, texts: readonly string[]): string[] {
  if ((source.match(/[*+?{]/g) ?? []).length > mostRepetitions)
    throw badRequest('The regular expression is too complex.');
  try {
    const indexes: unknown = runInNewContext(
      'const whole = new RegExp("^(?:" + source + ")$", "iu"); texts.flatMap((text, index) => whole.test(text) ? index : []).join()',
      { source, texts: [...texts] },
      { timeout: 100 },
    );
    const matching = new Set(String(indexes).split(','));
    return texts.filter((_, index) => matching.has(String(index)));
  } catch {
    throw badRequest('The regular expression is not valid.');
  }
}
