import { createDelivery as kept } from '../../../src/delivery/delivery.ts';
import type { Ledger } from '../../../src/delivery/ledger.ts';
import type { OutreachEvent } from '../../../src/outreach/outreach-event.ts';

/** The attempt is written only when the answer is there: a crash in the request leaves no trace of it. */
export function createDelivery(parts: Parameters<typeof kept>[0]): ReturnType<typeof kept> {
  return kept({ ...parts, ledger: writesLate(parts.ledger) });
}

function writesLate(ledger: Ledger): Ledger {
  const attempts = new Map<string, OutreachEvent>();
  return {
    ...ledger,
    async apply(which, event) {
      if (event.type === 'attempted' && typeof which !== 'string') {
        attempts.set(which.id, event);
        return { outreach: which, applied: true };
      }
      const id = typeof which === 'string' ? which : which.id;
      const attempt = attempts.get(id);
      attempts.delete(id);
      if (attempt !== undefined) await ledger.apply(id, attempt);
      return ledger.apply(which, event);
    },
  };
}
