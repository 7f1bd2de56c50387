import { ReachbackError } from '../../src/errors/reachback-error.ts';

/** Whether somebody was refused for being none of our own: an answer, not a failure to find one. */
export function isOutsider(error: unknown): boolean {
  return (
    error instanceof ReachbackError && (error.code === 'teams.guest' || error.code === 'teams.other-tenant')
  );
}
