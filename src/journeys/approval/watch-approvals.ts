import type { Ledger } from '../../delivery/ledger.ts';
import type { Outreach } from '../../outreach/outreach.ts';
import type { OutreachTable } from '../../store/shapes/outreach-table.ts';

/** Whoever opened a proposal has read what there is to know by then, unless the process ended in between. */
const briefedWithinMs = 30_000;

/** Closes the approvals nobody gave in time, asks again where a snooze is over, and has read up on what is asked without. */
export function createWatchApprovals(parts: {
  ledger: Pick<Ledger, 'apply'>;
  outreaches: Pick<OutreachTable, 'inStates'>;
  /** Must not throw. */
  brief: (outreach: Outreach) => void;
  now: () => number;
}): () => Promise<void> {
  const { ledger, outreaches, brief, now } = parts;
  return async () => {
    for (const outreach of await outreaches.inStates(['awaiting-approval'])) {
      const { id, expiresAt, snoozedUntil, briefing, createdAt } = outreach;
      if (expiresAt !== null && expiresAt <= now()) await ledger.apply(id, { type: 'expired' });
      else if (snoozedUntil !== null && snoozedUntil <= now())
        await ledger.apply(id, { type: 'snooze-over' });
      else if (briefing === null && now() - createdAt > briefedWithinMs) brief(outreach);
    }
  };
}
