import { createDelivery as kept } from '../../../src/delivery/delivery.ts';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';

const answered = ['accepted', 'refused', 'put-back'];

/** An answer that could not be written at once is forgotten. */
export function createDelivery(parts: Parameters<typeof kept>[0]): ReturnType<typeof kept> {
  const { ledger } = parts;
  return kept({
    ...parts,
    ledger: {
      ...ledger,
      async apply(which, event) {
        try {
          return await ledger.apply(which, event);
        } catch (cause) {
          if (!answered.includes(event.type)) throw cause;
          throw new ReachbackError('store.row-invalid', { cause });
        }
      },
    },
  });
}
