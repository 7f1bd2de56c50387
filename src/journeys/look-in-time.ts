import type { Clock } from '../clock.ts';
import type { Look } from '../delivery/delivery.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import { wait } from '../wait.ts';

/** Teams wants a press answered within a few seconds. */
const patienceMs = 5_000;

/** A truth check somebody waits for: throws `outreach.follow-up-unchecked` when there is no answer in time, or none at all. */
export function createLookInTime(
  look: (conversationId: string) => Look,
  clock: Clock,
): (conversationId: string) => Look {
  return async (conversationId) => {
    const answered = new AbortController();
    const late = wait(clock, patienceMs, answered.signal).then(() => {
      if (!answered.signal.aborted) throw new ReachbackError('outreach.follow-up-unchecked');
      return null;
    });
    try {
      return await Promise.race([look(conversationId), late]);
    } catch (cause) {
      if (!(cause instanceof ReachbackError) || cause.code === 'outreach.follow-up-unchecked') throw cause;
      throw new ReachbackError('outreach.follow-up-unchecked', { cause, facts: { because: cause.code } });
    } finally {
      answered.abort();
    }
  };
}
