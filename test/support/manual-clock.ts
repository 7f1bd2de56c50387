import type { Clock } from '../../src/clock.ts';

export interface ManualClock extends Clock {
  /** Moves time on and runs what falls due on the way, in order, letting promises settle in between. */
  advance(ms: number): Promise<void>;
  /** How many timers wait. */
  pending(): number;
}

/** A clock that stands still until the test moves it. */
export function manualClock(start = 1_700_000_000_000): ManualClock {
  let now = start;
  let timers: { at: number; run: () => void }[] = [];
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const due = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers = timers.filter((other) => other !== due);
        now = Math.max(now, due.at);
        due.run();
        await settle();
      }
      now = end;
      await settle();
    },
    pending: () => timers.length,
  };
}
