import type { OutreachEvent } from '../../outreach/outreach-event.ts';
import type { Verdict } from '../journeys.ts';

/** What a person's word means to the ledger. */
export function eventOfVerdict(verdict: Verdict, by: string): OutreachEvent {
  if (typeof verdict === 'object') {
    return 'approve' in verdict
      ? { type: 'approved', by, text: verdict.approve.text }
      : { type: 'declined', by, ...verdict.decline };
  }
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
