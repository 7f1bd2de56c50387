import { createDispatcher as kept } from '../../../src/delivery/dispatcher.ts';

/** Nobody carries what an earlier process had approved and not sent. */
export function createDispatcher(parts: Parameters<typeof kept>[0]): ReturnType<typeof kept> {
  return { ...kept(parts), start() {}, stop: async () => {} };
}
