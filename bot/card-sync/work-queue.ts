/** Runs work by key: one at a time per key, a few keys at once; a key asked for while it runs, runs once more afterwards. */
export interface WorkQueue {
  add(key: string): void;
  /** Takes no more; done when what is running has ended. */
  stop(): Promise<void>;
}

/** `run` must not throw. */
export function createWorkQueue(run: (key: string) => Promise<void>, atOnce: number): WorkQueue {
  const waiting = new Set<string>();
  const running = new Map<string, Promise<void>>();
  let stopped = false;

  function next(): void {
    for (const key of waiting) {
      if (stopped || running.size >= atOnce) return;
      if (running.has(key)) continue;
      waiting.delete(key);
      running.set(
        key,
        run(key).finally(() => {
          running.delete(key);
          next();
        }),
      );
    }
  }

  return {
    add(key) {
      if (stopped) return;
      waiting.add(key);
      next();
    },
    async stop() {
      stopped = true;
      await Promise.all(running.values());
    },
  };
}
