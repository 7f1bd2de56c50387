import type { Dispatcher } from '../delivery/dispatcher.ts';
import type { Ledger } from '../delivery/ledger.ts';
import type { Approval } from './journeys.ts';

/** A supervisor's word on an outreach: the first one counts, and an approved message leaves at once. */
export function createApproval(parts: { ledger: Ledger; dispatch: Dispatcher['dispatch'] }): Approval {
  const { ledger, dispatch } = parts;
  return {
    async decide({ outreachId, verdict, by }) {
      const wanted = verdict === 'approve' ? 'approved' : 'declined';
      const { outreach, applied } = await ledger.apply(outreachId, { type: wanted, by });
      // The presser is answered now; a send that fails here is taken up again by the dispatcher's sweep.
      if (applied && outreach.state === 'approved') dispatch(outreach).catch(() => {});
      return outreach;
    },
  };
}
