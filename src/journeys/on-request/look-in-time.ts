import type { Clock } from '../../clock.ts';
import type { Look } from '../../delivery/delivery.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { wait } from '../../wait.ts';

/** How long somebody is kept waiting, and what they are told then. */
export interface LookPatience {
  readonly patienceMs: number;
  readonly unanswered: 'outreach.follow-up-unchecked' | 'outreach.by-hand-unchecked';
}

/** Teams wants a press answered within a few seconds. */
const forFollowUps: LookPatience = { patienceMs: 5_000, unanswered: 'outreach.follow-up-unchecked' };

/** A truth check somebody waits for: throws the code for `unanswered` when there is no answer in time, or none at all. */
export function createLookInTime(
  look: (conversationId: string) => Look,
  clock: Clock,
  { patienceMs, unanswered }: LookPatience = forFollowUps,
): (conversationId: string) => Look {
  return async (conversationId) => {
    const answered = new AbortController();
    const late = wait(clock, patienceMs, answered.signal).then(() => {
      if (!answered.signal.aborted) throw new ReachbackError(unanswered);
      return null;
    });
    try {
      return await Promise.race([look(conversationId), late]);
    } catch (cause) {
      if (!(cause instanceof ReachbackError) || cause.code === unanswered) throw cause;
      throw new ReachbackError(unanswered, { cause, facts: { because: cause.code } });
    } finally {
      answered.abort();
    }
  };
}
