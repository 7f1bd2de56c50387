import { createLedger as kept } from '../../../src/delivery/ledger.ts';

/** A presence change seen again counts again. */
export function createLedger(parts: Parameters<typeof kept>[0]): ReturnType<typeof kept> {
  const ledger = kept(parts);
  return {
    ...ledger,
    open: (proposed, event, occasion) =>
      ledger.open({ ...proposed, eventId: `${proposed.eventId}/${proposed.id}` }, event, occasion),
  };
}
