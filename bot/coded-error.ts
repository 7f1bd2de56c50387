import { ReachbackError } from '../src/errors/reachback-error.ts';

/** Any failure as one with a code, cause kept. */
export function codedError(error: unknown): ReachbackError {
  return error instanceof ReachbackError
    ? error
    : new ReachbackError('teams.command-failed', { cause: error });
}
