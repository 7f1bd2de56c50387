import type { ErrorCode } from '../src/errors/catalogue.ts';
import { ReachbackError } from '../src/errors/reachback-error.ts';

/** Any failure as one with a code: its own, else the one given; cause kept. */
export function codedError(error: unknown, otherwise: ErrorCode): ReachbackError {
  return error instanceof ReachbackError ? error : new ReachbackError(otherwise, { cause: error });
}
