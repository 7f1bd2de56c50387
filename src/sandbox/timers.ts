/** Things that happen a little later, all of which can be called off at once. */
export function createTimers(): { later(ms: number, run: () => void): void; clear(): void } {
  const pending = new Set<NodeJS.Timeout>();
  return {
    later(ms, run) {
      const timer = setTimeout(() => {
        pending.delete(timer);
        run();
      }, ms);
      pending.add(timer);
    },
    clear() {
      for (const timer of pending) clearTimeout(timer);
      pending.clear();
    },
  };
}
