import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import type { BecameAvailable } from '../../presence/presence-change.ts';
import { wait } from '../../wait.ts';

/** An agent who became free longer ago than this is no occasion any more; a snapshot after a gap goes by the same age. */
const occasionMs = 5 * 60_000;
const tryAgainMs = 1_000;

/** Does the work of a trigger, which goes on where it came to its end when it is called again. Rejects as the work does. */
export type PatientTrigger = (
  event: Pick<BecameAvailable, 'eventId' | 'agentId'>,
  work: () => Promise<void>,
) => Promise<void>;

/**
 * Keeps a trigger that the store could not take (a full disk, a database that is down) and tries it again while the agent is
 * still free: the event's id sees to it that it counts once. `stopping` ends the waiting.
 */
export function createPatientTrigger(parts: {
  /** Null while that is not known. */
  isAvailable: (agentId: string) => boolean | null;
  stopping: AbortSignal;
  clock: Clock;
  log: Logger;
}): PatientTrigger {
  const { isAvailable, stopping, clock, log } = parts;
  return async ({ eventId, agentId }, work) => {
    let until: number | null = null;
    for (;;) {
      try {
        return await work();
      } catch (err) {
        if (!(err instanceof ReachbackError) || err.retry === 'never') throw err;
        log.warn({ err, eventId, retryMs: tryAgainMs }, 'a trigger could not be taken in yet');
      }
      // Not from the beginning: it may have stood in line for longer than that, in a burst.
      until ??= clock.now() + occasionMs;
      await wait(clock, tryAgainMs, stopping);
      if (stopping.aborted) return;
      if (clock.now() < until && isAvailable(agentId) !== false) continue;
      log.warn(
        { eventId, agentId },
        'a trigger was given up: the agent is busy again, or it is too long ago',
      );
      return;
    }
  };
}
