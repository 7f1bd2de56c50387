import type { Clock } from '../../clock.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { wait } from '../../wait.ts';

/** How long somebody is kept waiting, and what they are told then. */
export interface Patience {
  readonly patienceMs: number;
  readonly unanswered: 'outreach.follow-up-unchecked' | 'outreach.by-hand-unchecked';
}

/** What `work` gives or throws, where it does so in time; throws the code for `unanswered` where it does not. */
export async function inTime<Result>(
  work: Promise<Result>,
  clock: Clock,
  { patienceMs, unanswered }: Patience,
): Promise<Result> {
  const done = new AbortController();
  const late = wait(clock, patienceMs, done.signal).then((): Promise<Result> => {
    if (!done.signal.aborted) throw new ReachbackError(unanswered);
    return work;
  });
  // Where the work ended first with an error, nobody hears of it a second time.
  late.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}
