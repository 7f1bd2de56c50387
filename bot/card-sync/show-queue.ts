import type { Logger } from 'pino';
import { backOffMs } from '../../src/back-off.ts';
import type { Clock } from '../../src/clock.ts';
import { codedError } from '../coded-error.ts';
import { createWakeUps } from './wake-ups.ts';
import { createWorkQueue } from './work-queue.ts';

/** What broke off is most often a full disk or a store that is away for a moment; a sweep looks as often as the longest wait. */
const backOff = { baseMs: 1_000, maxMs: 15_000 };

/** Shows cards: one at a time per id, a few at once, and again until they show what they should. */
export interface ShowQueue {
  /** Shown as soon as there is room. */
  add(id: string): void;
  /** Shown in so many milliseconds, or sooner where that was asked for before. */
  plan(id: string, ms: number): void;
  /** Takes no more; done when what is running has ended. */
  stop(): Promise<void>;
}

/**
 * `show` brings what an id stands for up to date and gives after how many milliseconds to come back, null for not before something
 * changes. Where it throws it is tried again, ever more slowly. `about`: how the log names it.
 */
export function createShowQueue(parts: {
  about: (id: string) => Readonly<Record<string, string>>;
  show: (id: string) => Promise<number | null>;
  atOnce: number;
  clock: Clock;
  log: Logger;
  /** In [0, 1), for back-off. */
  random: () => number;
}): ShowQueue {
  const { about, show, atOnce, clock, log, random } = parts;
  const failures = new Map<string, number>();
  const queue = createWorkQueue(run, atOnce);
  const wakeUps = createWakeUps(clock, queue.add);

  async function run(id: string): Promise<void> {
    try {
      const waitMs = await show(id);
      failures.delete(id);
      if (waitMs !== null) wakeUps.plan(id, waitMs);
    } catch (error) {
      const { code } = codedError(error, 'teams.failed');
      const inARow = (failures.get(id) ?? 0) + 1;
      failures.set(id, inARow);
      log.error(
        { code, ...about(id), failures: inARow, err: error },
        'a card could not be shown; it is tried again',
      );
      wakeUps.plan(id, backOffMs(inARow, backOff, random()));
    }
  }

  return {
    add: queue.add,
    plan: wakeUps.plan,
    async stop() {
      wakeUps.stop();
      await queue.stop();
    },
  };
}
