import type { SaidBefore } from '../../src/outreach/briefing.ts';
import type { DeclineReason, OutreachKind, OutreachState } from '../../src/outreach/outreach.ts';
import type { SessionEnd } from '../../src/sessions/session.ts';

/** All an outreach's card shows. Times are epoch milliseconds; words are in the reader's language already. */
export interface OutreachView {
  readonly outreachId: string;
  readonly kind: OutreachKind;
  readonly state: OutreachState;
  readonly customerName: string | null;
  readonly queueName: string | null;
  readonly agentName: string;
  readonly session: {
    readonly ended: boolean;
    readonly at: number;
    /** Null: it has not ended, or that was not told. */
    readonly endedBy: SessionEnd | null;
  };
  readonly proposedAt: number;
  readonly text: string;
  /** Who approved wrote another text than was proposed. */
  readonly textChanged: boolean;
  /** What there is to know for who decides; null: it is being read, or nobody is asked. */
  readonly briefing: BriefingView | null;
  /** Put off; null: not. */
  readonly snooze: { readonly until: number; readonly by: string } | null;
  /** It was put off and is asked again. */
  readonly askedAgain: boolean;
  readonly declineReason: DeclineReason | null;
  readonly declineNote: string | null;
  /** Who pressed when there was nothing to change any more; null: nobody. */
  readonly latePresser: string | null;
  /** Null until somebody, or policy (`by` null), decided. */
  readonly decision: { readonly by: string | null; readonly at: number } | null;
  /** When the outreach came into its present state. */
  readonly changedAt: number;
  readonly lapsesAt: number | null;
  /** Approved, it waits until then. */
  readonly sendAt: number | null;
  /** The customer's answer was that nobody should write again. */
  readonly optedOut: boolean;
  /** Why it was held back, in words. */
  readonly reason: string | null;
  readonly failure: {
    readonly code: string | null;
    readonly meaning: string;
    readonly likely: string | null;
    readonly next: string;
  } | null;
}

export interface BriefingView {
  /** Oldest first; null: they could not be read. */
  readonly said: readonly SaidBefore[] | null;
  /** Why it would be held back if it left now, in words; empty: nothing stands in the way; null: that could not be checked. */
  readonly standsInTheWay: readonly string[] | null;
}
