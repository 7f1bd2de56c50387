import type { Outreach } from '../outreach/outreach.ts';
import type { OutreachEvent } from '../outreach/outreach-event.ts';
import type { ConversationSignal } from '../sessions/conversation-signal.ts';

/** The ledger event a signal means for one outreach, both dated by the platform's clock; null when it is about something else. */
export function eventOfSignal(outreach: Outreach, signal: ConversationSignal): OutreachEvent | null {
  if (signal.kind === 'replied') {
    return outreach.attemptedAt !== null && signal.at > outreach.attemptedAt
      ? { type: 'replied', optedOut: false }
      : null;
  }
  return outreach.answer?.messageId === signal.messageId ? { type: signal.kind } : null;
}
