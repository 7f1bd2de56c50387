import type { ErrorCode } from '../../src/errors/catalogue.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { type Check, type Finding, failed } from './finding.ts';

/** What a look gave; null with the finding of why it gave nothing. */
type Looked<T> =
  | { readonly value: T; readonly findings: readonly [] }
  | { readonly value: null; readonly findings: readonly [Finding] };

/** No look takes longer: they run side by side, and all of it within 15 s. */
const longestMs = 4_500;

/**
 * Looks, at the latest for `longestMs`: what takes longer or throws becomes a finding of `check`, so that no look keeps the others from
 * being read. `otherwise` is the code where the catalogue has no better, `level` how bad that is.
 */
export async function within<T>(
  check: Check,
  otherwise: ErrorCode,
  look: () => Promise<T>,
  level: 'warning' | 'problem' = 'problem',
): Promise<Looked<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const facts = { reason: `no answer in ${longestMs} ms` };
    timer = setTimeout(() => reject(new ReachbackError(otherwise, { facts })), longestMs);
  });
  try {
    return { value: await Promise.race([look(), late]), findings: [] };
  } catch (cause) {
    return { value: null, findings: [failed(check, level, cause, otherwise)] };
  } finally {
    clearTimeout(timer);
  }
}
