import { type CatalogueEntry, catalogue, type ErrorCode } from './catalogue.ts';
import { isErrorCode } from './is-error-code.ts';

/** Whether a code is the general one, or a case of it, however fine: `genesys.conversation.not-found` is one of `genesys.not-found`. */
export function isCaseOf(code: ErrorCode, general: ErrorCode): boolean {
  if (code === general) return true;
  const { of }: CatalogueEntry = catalogue[code];
  return of !== undefined && isErrorCode(of) && isCaseOf(of, general);
}
