import type { Outreach, OutreachPatch, OutreachState } from './outreach.ts';
import type { OutreachEvent } from './outreach-event.ts';

export interface Step {
  readonly patch: OutreachPatch;
  readonly who: string;
  readonly why: string;
}

/** The states each event is taken in. Anywhere else it is late, doubled or out of order, and changes nothing. */
const takenIn: Record<OutreachEvent['type'], readonly OutreachState[]> = {
  'approval-asked': ['proposed'],
  approved: ['proposed', 'awaiting-approval'],
  declined: ['awaiting-approval'],
  expired: ['awaiting-approval'],
  held: ['proposed', 'awaiting-approval', 'approved'],
  attempted: ['approved'],
  // In `unknown` too: on a shared store another instance may have given up on an answer that comes late after all.
  accepted: ['sending', 'unknown'],
  refused: ['approved', 'sending', 'unknown'],
  'put-back': ['sending'],
  'answer-lost': ['sending'],
  'found-in-conversation': ['sending', 'unknown'],
  delivered: ['sent', 'undelivered'],
  undelivered: ['sent'],
  replied: ['sent', 'delivered', 'undelivered'],
};

/** The ledger's one decision: what this event does to this outreach now; null when it does nothing. */
export function nextStep(outreach: Outreach, event: OutreachEvent, now: number): Step | null {
  if (!takenIn[event.type].includes(outreach.state)) return null;
  switch (event.type) {
    case 'approval-asked':
      return step('policy', 'approval needed', { state: 'awaiting-approval', expiresAt: event.expiresAt });
    case 'approved':
      if (lapsed(outreach, now)) return expire();
      return step(event.by, 'approved', { state: 'approved', decidedBy: event.by, decidedAt: now });
    case 'declined':
      if (lapsed(outreach, now)) return expire();
      return step(event.by, 'declined', { state: 'declined', decidedBy: event.by, decidedAt: now });
    case 'expired':
      return lapsed(outreach, now) ? expire() : null;
    case 'held':
      return step('policy', event.reason, { state: 'held', reason: event.reason });
    case 'attempted': {
      const { route, message } = event;
      return step('delivery', `about to send by ${route}`, {
        state: 'sending',
        route,
        message,
        attemptedAt: now,
      });
    }
    case 'accepted':
      return step('delivery', `accepted with ${event.answer.status}`, {
        state: 'sent',
        reason: null,
        answer: event.answer,
      });
    case 'refused':
      return step('delivery', event.code, { state: 'failed', reason: event.code });
    case 'put-back':
      return step('delivery', event.code, { state: 'approved', attemptedAt: null });
    case 'answer-lost':
      return step('delivery', event.code, { state: 'unknown', reason: event.code });
    case 'found-in-conversation': {
      const answer = { status: 200, messageId: event.messageId, conversationId: outreach.conversationId };
      return step('reconcile', 'found in the conversation', { state: 'sent', reason: null, answer });
    }
    case 'delivered':
      return step('genesys', 'reached the browser', { state: 'delivered' });
    case 'undelivered':
      return step('genesys', 'customer away, the message waits', { state: 'undelivered' });
    case 'replied':
      return event.optedOut
        ? step('customer', 'asked not to be written to', { state: 'replied', reason: 'opted-out' })
        : step('customer', 'replied', { state: 'replied' });
  }
}

function lapsed(outreach: Outreach, now: number): boolean {
  return outreach.expiresAt !== null && now >= outreach.expiresAt;
}

function expire(): Step {
  return step('policy', 'nobody decided in time', { state: 'expired' });
}

function step(who: string, why: string, patch: OutreachPatch): Step {
  return { who, why, patch };
}
