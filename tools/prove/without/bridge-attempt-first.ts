import { bridgeTable as kept } from '../../../src/store/bridge-table.ts';

/** The attempt is not written before the request leaves: a crash in it leaves no trace. */
export function bridgeTable(...given: Parameters<typeof kept>): ReturnType<typeof kept> {
  const table = kept(...given);
  return {
    ...table,
    settle: async (from, patch) =>
      patch.state === 'sending' ? { ...from, ...patch } : table.settle(from, patch),
  };
}
