import type { Outreach } from '../outreach/outreach.ts';
import type { OutreachEvent } from '../outreach/outreach-event.ts';

/** What a notification says about a conversation, in the words of the session index. Times are epoch milliseconds. */
export type OutcomeSignal =
  | {
      readonly kind: 'delivered' | 'undelivered';
      readonly conversationId: string;
      readonly messageId: string;
    }
  | { readonly kind: 'replied'; readonly conversationId: string; readonly at: number };

/** The ledger event a signal means for one outreach; null when it is about something else. */
export function eventOfSignal(outreach: Outreach, signal: OutcomeSignal): OutreachEvent | null {
  if (signal.kind === 'replied') {
    const sentAt = outreach.attemptedAt;
    return sentAt !== null && signal.at > sentAt ? { type: 'replied' } : null;
  }
  return outreach.answer !== null && outreach.answer.messageId === signal.messageId
    ? { type: signal.kind }
    : null;
}
