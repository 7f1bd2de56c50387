import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import { ReachbackError } from './errors/reachback-error.ts';

export interface Sweep {
  /** The first round now, each next one `everyMs` after the last has ended. */
  start(): void;
  /** The next round at once, or when the one in hand has ended; nothing before the start. */
  now(): void;
  /** No further round; waits for the one in hand. */
  stop(): Promise<void>;
}

/** Work done again and again: what a wake-up missed, a sweep finds. A round that fails is logged, never fatal. */
export function createSweep(parts: {
  name: string;
  everyMs: number;
  work: () => Promise<void>;
  clock: Clock;
  log: Logger;
}): Sweep {
  const { name, everyMs, work, clock, log } = parts;
  let cancel = () => {};
  let inHand: Promise<void> = Promise.resolve();
  let state: 'idle' | 'waiting' | 'working' | 'stopped' = 'idle';
  let again = false;

  function round(): void {
    state = 'working';
    again = false;
    inHand = work()
      .catch((cause: unknown) => {
        if (cause instanceof ReachbackError) {
          const { code, facts } = cause;
          log.warn({ sweep: name, code, facts }, cause.message);
        } else {
          log.error({ sweep: name, err: cause }, 'a sweep failed');
        }
      })
      .then(() => {
        if (state === 'stopped') return;
        state = 'waiting';
        if (again) round();
        else cancel = clock.after(everyMs, round);
      });
  }

  return {
    start: round,
    now() {
      if (state === 'working') again = true;
      if (state !== 'waiting') return;
      cancel();
      round();
    },
    async stop() {
      state = 'stopped';
      cancel();
      await inHand;
    },
  };
}
