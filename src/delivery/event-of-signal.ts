import type { Outreach } from '../outreach/outreach.ts';
import type { OutreachEvent } from '../outreach/outreach-event.ts';
import type { ConversationSignal } from '../sessions/conversation-signal.ts';

/**
 * The ledger event a signal means for one outreach; null when it is about something else. `aheadMs`: how far the platform's clock,
 * which a signal's time is of, is ahead of ours.
 */
export function eventOfSignal(
  outreach: Outreach,
  signal: ConversationSignal,
  aheadMs: number,
): OutreachEvent | null {
  if (signal.kind === 'replied') {
    return outreach.attemptedAt !== null && signal.at - aheadMs > outreach.attemptedAt
      ? { type: 'replied', optedOut: false }
      : null;
  }
  return outreach.answer?.messageId === signal.messageId ? { type: signal.kind } : null;
}
