import { createDelivery as kept } from '../../../src/delivery/delivery.ts';

/** A send whose answer was lost counts as not sent, and goes again. */
export function createDelivery(parts: Parameters<typeof kept>[0]): ReturnType<typeof kept> {
  const { ledger } = parts;
  return kept({
    ...parts,
    ledger: {
      ...ledger,
      apply: (which, event) =>
        ledger.apply(which, event.type === 'answer-lost' ? { type: 'put-back', code: event.code } : event),
    },
  });
}
