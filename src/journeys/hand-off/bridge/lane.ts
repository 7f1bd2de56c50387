import type { Logger } from 'pino';
import type { Clock } from '../../../clock.ts';
import { ReachbackError } from '../../../errors/reachback-error.ts';

/** Work that is never done twice at a time, and again when it asks for it or is woken. */
export interface Lane {
  /** A round at once, or when the one in hand has ended. */
  now(): void;
  /** Runs this between two rounds, with none in hand. */
  between<T>(run: () => Promise<T>): Promise<T>;
  /** No further round; waits for the one in hand. */
  stop(): Promise<void>;
}

const afterFailureMs = 2_000;

/** Longer waits overflow the computer's timers. */
const longestMs = 3_600_000;

/** `work` gives how soon it wants its next round (milliseconds), null: only when it is woken. What it throws is logged, and it is tried again. */
export function createLane(parts: {
  name: string;
  work: () => Promise<number | null>;
  clock: Clock;
  log: Logger;
}): Lane {
  const { name, work, clock, log } = parts;
  let cancel = () => {};
  let stopped = false;
  let woken = false;
  let tail: Promise<unknown> = Promise.resolve();

  function enqueue<T>(run: () => Promise<T>): Promise<T> {
    const result = tail.then(run);
    tail = result.catch(() => {});
    return result;
  }

  async function round(): Promise<void> {
    woken = false;
    if (stopped) return;
    cancel();
    let nextMs: number | null;
    try {
      nextMs = await work();
    } catch (cause) {
      tell(cause);
      nextMs = afterFailureMs;
    }
    if (stopped || woken || nextMs === null) return;
    cancel();
    cancel = clock.after(Math.min(nextMs, longestMs), wake);
  }

  function tell(cause: unknown): void {
    if (cause instanceof ReachbackError)
      log.warn({ lane: name, code: cause.code, facts: cause.facts }, cause.message);
    else log.error({ lane: name, err: cause }, 'a round of a bridge failed');
  }

  function wake(): void {
    if (stopped || woken) return;
    woken = true;
    void enqueue(round);
  }

  return {
    now: wake,
    between: enqueue,
    async stop() {
      stopped = true;
      cancel();
      await tail;
    },
  };
}
