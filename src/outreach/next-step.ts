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
  briefed: ['awaiting-approval'],
  approved: ['proposed', 'awaiting-approval'],
  declined: ['awaiting-approval'],
  cancelled: ['awaiting-approval', 'approved'],
  snoozed: ['awaiting-approval'],
  'snooze-over': ['awaiting-approval'],
  expired: ['awaiting-approval'],
  // What was found before a send counts before it only: another instance may have begun it meanwhile.
  held: ['proposed', 'awaiting-approval', 'approved'],
  unfit: ['approved'],
  attempted: ['approved'],
  // In `unknown` and `asked` too: on a shared store another instance may have given up on an answer that comes late after all.
  accepted: ['sending', 'unknown', 'asked'],
  refused: ['sending', 'unknown', 'asked'],
  'turned-away': ['sending', 'unknown', 'asked'],
  'put-back': ['sending'],
  'answer-lost': ['sending'],
  found: ['sending', 'unknown', 'asked'],
  asked: ['unknown'],
  settled: ['unknown', 'asked'],
  delivered: ['sent', 'undelivered'],
  undelivered: ['sent'],
  // In `replied` for a "stop" that was not the first answer.
  replied: ['sent', 'delivered', 'undelivered', 'replied'],
};

/** The ledger's one decision: what this event does to this outreach now; null when it does nothing. */
export function nextStep(outreach: Outreach, event: OutreachEvent, now: number): Step | null {
  if (!takenIn[event.type].includes(outreach.state)) return null;
  const taken = stepFor(outreach, event, now);
  return taken === null ? null : { ...taken, patch: { ...noLongerWaiting(outreach, taken), ...taken.patch } };
}

/** What is kept for the decision goes with it: a customer's words are not kept for nothing. */
function noLongerWaiting({ state }: Outreach, { patch }: Step): Partial<OutreachPatch> {
  if (state !== 'awaiting-approval' || patch.state === 'awaiting-approval') return {};
  return { briefing: null, snoozedUntil: null };
}

function stepFor(outreach: Outreach, event: OutreachEvent, now: number): Step | null {
  switch (event.type) {
    case 'approval-asked':
      return step('policy', 'approval needed', { state: 'awaiting-approval', expiresAt: event.expiresAt });
    case 'approved':
      if (lapsed(outreach, now)) return expire();
      return approve(outreach, event, now);
    case 'briefed':
      return step('policy', 'looked at the conversation', {
        state: outreach.state,
        briefing: event.briefing,
      });
    case 'declined':
      if (lapsed(outreach, now)) return expire();
      return step(event.by, named('declined', event.reason ? [event.reason] : []), {
        state: 'declined',
        decidedBy: event.by,
        decidedAt: now,
        declineReason: event.reason ?? null,
        declineNote: event.note ?? null,
      });
    case 'snoozed':
      if (lapsed(outreach, now)) return expire();
      if (event.until <= now || event.expiresAt <= event.until) return null;
      return step(event.by, 'snoozed', {
        state: outreach.state,
        snoozedUntil: event.until,
        snoozedBy: event.by,
        expiresAt: event.expiresAt,
      });
    case 'snooze-over':
      if (outreach.snoozedUntil === null || now < outreach.snoozedUntil) return null;
      if (lapsed(outreach, now)) return expire();
      return step('policy', 'back from its snooze', {
        state: outreach.state,
        snoozedUntil: null,
        backAtVersion: outreach.version + 1,
        // What was read before it is old by now.
        briefing: null,
      });
    case 'expired':
      return lapsed(outreach, now) ? expire() : null;
    case 'cancelled':
      return step(event.by, 'cancelled', { state: 'cancelled', decidedBy: event.by, decidedAt: now });
    case 'held':
      return step('policy', named(event.reason, event.also), {
        state: 'held',
        reason: event.reason,
      });
    case 'unfit':
      return step('delivery', named(event.code, event.also), { state: 'failed', reason: event.code });
    case 'turned-away':
      return step('delivery', event.reason, { state: 'held', reason: event.reason, attemptedAt: null });
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
    case 'found': {
      const { messageId, conversationId } = event;
      const where = conversationId === outreach.conversationId ? 'the conversation' : 'a new conversation';
      const answer = { status: 200, messageId, conversationId, correlationId: null };
      return step('reconcile', `found in ${where}`, { state: 'sent', reason: null, answer });
    }
    case 'asked':
      return step('reconcile', 'not found: a person is asked', { state: 'asked' });
    case 'settled':
      return event.arrived
        ? step(event.by, 'saw it in the conversation', { state: 'sent', reason: null })
        : step(event.by, 'it is not in the conversation', {
            state: 'failed',
            reason: 'outreach.did-not-arrive',
          });
    case 'delivered':
      return step('genesys', 'reached the browser', { state: 'delivered' });
    case 'undelivered':
      return step('genesys', 'customer away, the message waits', { state: 'undelivered' });
    case 'replied':
      if (outreach.state === 'replied' && (!event.optedOut || outreach.reason === 'opted-out')) return null;
      return event.optedOut
        ? step('customer', 'asked not to be written to', { state: 'replied', reason: 'opted-out' })
        : step('customer', 'replied', { state: 'replied' });
  }
}

function approve({ text }: Outreach, event: Extract<OutreachEvent, { type: 'approved' }>, now: number): Step {
  const approved = { state: 'approved', decidedBy: event.by, decidedAt: now } as const;
  if (event.text === undefined || event.text === text) return step(event.by, 'approved', approved);
  const edited = { ...approved, text: event.text, proposedText: text };
  return step(event.by, 'approved with a changed text', edited);
}

/** The one reason first, then whatever else was found. */
function named(reason: string, also: readonly string[] = []): string {
  return [reason, ...also].join(', ');
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
