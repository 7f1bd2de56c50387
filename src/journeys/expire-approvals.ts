import type { Ledger } from '../delivery/ledger.ts';
import type { OutreachTable } from '../store/store.ts';

/** Closes the approvals nobody gave in time. */
export function createExpireApprovals(parts: {
  ledger: Ledger;
  outreaches: OutreachTable;
  now: () => number;
}): () => Promise<void> {
  const { ledger, outreaches, now } = parts;
  return async () => {
    for (const { id, expiresAt } of await outreaches.inStates(['awaiting-approval'])) {
      if (expiresAt !== null && expiresAt <= now()) await ledger.apply(id, { type: 'expired' });
    }
  };
}
