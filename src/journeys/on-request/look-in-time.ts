import type { Clock } from '../../clock.ts';
import type { Look } from '../../delivery/delivery.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { inTime, type Patience } from './in-time.ts';

/** Teams wants a press answered within a few seconds. */
const forFollowUps: Patience = { patienceMs: 5_000, unanswered: 'outreach.follow-up-unchecked' };

/** A truth check somebody waits for: throws the code for `unanswered` when there is no answer in time, or none at all. */
export function createLookInTime(
  look: (conversationId: string) => Look,
  clock: Clock,
  patience: Patience = forFollowUps,
): (conversationId: string) => Look {
  const { unanswered } = patience;
  return async (conversationId) => {
    try {
      return await inTime(look(conversationId), clock, patience);
    } catch (cause) {
      if (!(cause instanceof ReachbackError) || cause.code === unanswered) throw cause;
      throw new ReachbackError(unanswered, { cause, facts: { because: cause.code } });
    }
  };
}
