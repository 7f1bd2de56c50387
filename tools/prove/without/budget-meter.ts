import type { createBudgetMeter as kept } from '../../../src/genesys/budget-meter.ts';

/** Every request leaves at once. */
export function createBudgetMeter(_parts: Parameters<typeof kept>[0]): ReturnType<typeof kept> {
  return {
    take: () => Promise.resolve(() => {}),
    stopFor() {},
    close() {},
    state: () => ({ usedInLastMinute: 0, waiting: { send: 0, ask: 0, look: 0, refill: 0 }, stoppedForMs: 0 }),
  };
}
