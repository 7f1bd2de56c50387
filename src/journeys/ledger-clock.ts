import type { Clock } from '../clock.ts';

/** The platform's clock is known to so much; less than twice that is no difference. */
const doubtMs = 1_000;

/**
 * The clock the ledger goes by: the platform's, which dates sessions, words and nights, and which stays right when ours is set. It
 * is taken for a little behind: then no hour has come too early, and an answer that may have come after our message did. Where the two
 * agree as far as can be told, ours, being the finer.
 */
export function ledgerClock(ours: Clock, platformNow: () => number): Clock {
  return {
    after: (ms, run) => ours.after(ms, run),
    now() {
      const [our, theirs] = [ours.now(), platformNow()];
      return Math.abs(theirs - our) < 2 * doubtMs ? our : theirs - doubtMs;
    },
  };
}
