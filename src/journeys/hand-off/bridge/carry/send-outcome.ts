import { ReachbackError } from '../../../../errors/reachback-error.ts';

/**
 * What a failed send means: it surely did not leave (`unsent`), it may have arrived (`unknown`), this very message is not wanted (`refused`), or
 * nothing is let through (`blocked`: rights, secrets, an integration that is gone). Pure.
 */
export type SendOutcome = 'unsent' | 'unknown' | 'refused' | 'blocked';

/** Statuses that are about the message itself. */
const ofTheMessage: readonly unknown[] = [400, 413, 415, 422];

export function sendOutcome(thrown: unknown): SendOutcome {
  if (!(thrown instanceof ReachbackError)) return 'unknown';
  if (thrown.retry === 'safe') return 'unsent';
  if (thrown.retry === 'unknown') return 'unknown';
  return ofTheMessage.includes(thrown.facts.status) ? 'refused' : 'blocked';
}
