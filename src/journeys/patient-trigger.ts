import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import type { BecameAvailable } from '../presence/presence-change.ts';
import { wait } from '../wait.ts';

/** An agent who became free longer ago than this is no occasion any more; a snapshot after a gap goes by the same age. */
const occasionMs = 5 * 60_000;
const tryAgainMs = 5_000;

/**
 * Keeps a trigger that the store could not take (a full disk, a database that is down) and tries it again while the agent is
 * still free: the event's id sees to it that it counts once. `stopping` ends the waiting.
 */
export function createPatientTrigger(parts: {
  trigger: (event: BecameAvailable) => Promise<void>;
  /** Null while that is not known. */
  isAvailable: (agentId: string) => boolean | null;
  stopping: AbortSignal;
  clock: Clock;
  log: Logger;
}): (event: BecameAvailable) => Promise<void> {
  const { trigger, isAvailable, stopping, clock, log } = parts;
  return async (event) => {
    const { eventId, agentId } = event;
    const until = clock.now() + occasionMs;
    for (;;) {
      try {
        return await trigger(event);
      } catch (err) {
        if (!(err instanceof ReachbackError) || err.retry === 'never') throw err;
        log.warn({ err, eventId, retryMs: tryAgainMs }, 'a trigger could not be taken in yet');
      }
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
