import type { Clock } from '../clock.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import { createOneAtATime } from '../one-at-a-time.ts';
import type { BudgetMeter } from './budget-meter.ts';
import type { Departure } from './departure.ts';

/** Where requests leave by whose leaving is written down. */
export interface Exit {
  /**
   * Lets one out: `go` makes the request and calls what it is given when the last byte is on its way. `since`: when it got its place in the
   * budget (epoch ms). Throws what `departure.about` throws, `genesys.budget-spent` and `genesys.unreachable`: then nothing left.
   */
  leave<T>(
    request: { readonly method: string; readonly path: string },
    departure: Departure,
    since: number,
    go: (left: () => void) => Promise<T>,
  ): Promise<T>;
}

/** What keeps a request longer, its place in the budget taken, is a token that is not given or a connection that does not open. */
const patienceMs = 5_000;

/**
 * Between what is written down and the request's last byte there is never more than one request: a process that dies leaves one at most
 * of which nobody knows whether it left.
 */
export function createExit({ budget, clock }: { budget: Pick<BudgetMeter, 'state'>; clock: Clock }): Exit {
  const oneAtATime = createOneAtATime();

  return {
    async leave({ method, path }, departure, since, go) {
      const mayLeave = (): void => {
        // A 429 may have come since.
        if (budget.state().stoppedForMs > 0) throw new ReachbackError('genesys.budget-spent');
        if (clock.now() - since > patienceMs)
          throw new ReachbackError('genesys.unreachable', {
            facts: { path: `${method} ${path}`, reason: 'late' },
          });
      };
      const left = await oneAtATime.enter();
      try {
        mayLeave();
        await departure.about();
        mayLeave();
        return await go(left);
      } finally {
        left();
      }
    },
  };
}
