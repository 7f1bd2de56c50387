import type { Clock } from '../../src/clock.ts';

/** Remembers to call for a key again in a while; of several wishes for one key the earliest counts. */
export interface WakeUps {
  plan(key: string, ms: number): void;
  /** Calls for nothing any more. */
  stop(): void;
}

export function createWakeUps(clock: Clock, wake: (key: string) => void): WakeUps {
  const planned = new Map<string, { at: number; cancel: () => void }>();
  let stopped = false;
  return {
    plan(key, ms) {
      if (stopped) return;
      const at = clock.now() + ms;
      const before = planned.get(key);
      if (before !== undefined && before.at <= at) return;
      before?.cancel();
      const cancel = clock.after(ms, () => {
        planned.delete(key);
        wake(key);
      });
      planned.set(key, { at, cancel });
    },
    stop() {
      stopped = true;
      for (const { cancel } of planned.values()) cancel();
      planned.clear();
    },
  };
}
