import type { OutreachKind, OutreachState } from '../../src/outreach/outreach.ts';

/** All an outreach's card shows. Times are epoch milliseconds; words are in the reader's language already. */
export interface OutreachView {
  readonly outreachId: string;
  readonly kind: OutreachKind;
  readonly state: OutreachState;
  readonly customerName: string | null;
  readonly queueName: string | null;
  readonly agentName: string;
  readonly session: { readonly ended: boolean; readonly at: number };
  readonly proposedAt: number;
  readonly text: string;
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
