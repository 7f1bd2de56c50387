import { createDispatcher as kept } from '../../../src/delivery/dispatcher.ts';

/** What an earlier process left in the middle of a send is sent again, and nobody looks for it first. */
export function createDispatcher(parts: Parameters<typeof kept>[0]): ReturnType<typeof kept> {
  const { ledger } = parts;
  return kept({
    ...parts,
    findMessage: async () => null,
    ledger: {
      ...ledger,
      apply: (which, event) =>
        ledger.apply(which, event.type === 'answer-lost' ? { type: 'put-back', code: event.code } : event),
    },
  });
}
