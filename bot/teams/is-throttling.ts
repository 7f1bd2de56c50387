import type { ErrorCode } from '../../src/errors/catalogue.ts';
import { isCaseOf } from '../../src/errors/is-case-of.ts';

/** Teams asked for a pause in the conversation; our own budget is no word of Teams. */
export function isThrottling(code: ErrorCode): boolean {
  return code !== 'teams.budget-spent' && isCaseOf(code, 'teams.throttled');
}
