import type { Dispatcher } from '../delivery/dispatcher.ts';
import type { Ledger } from '../delivery/ledger.ts';
import type { OutreachEvent } from '../outreach/outreach-event.ts';
import type { Decisions, Verdict } from './journeys.ts';

/** A person's word on an outreach: the first one counts, and an approved message leaves at once unless it has its hour. */
export function createDecisions(parts: { ledger: Ledger; dispatch: Dispatcher['dispatch'] }): Decisions {
  const { ledger, dispatch } = parts;
  return {
    async decide({ outreachId, verdict, by }) {
      const { outreach, applied } = await ledger.apply(outreachId, eventOf(verdict, by));
      // The presser is answered now; a send that fails here is taken up again by the dispatcher's sweep.
      if (applied && outreach.state === 'approved') dispatch(outreach).catch(() => {});
      return outreach;
    },
  };
}

function eventOf(verdict: Verdict, by: string): OutreachEvent {
  switch (verdict) {
    case 'approve':
      return { type: 'approved', by };
    case 'decline':
      return { type: 'declined', by };
    case 'cancel':
      return { type: 'cancelled', by };
    case 'arrived':
    case 'did-not-arrive':
      return { type: 'settled', arrived: verdict === 'arrived', by };
  }
}
