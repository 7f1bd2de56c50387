import type { Session } from '../sessions/session.ts';

/** What is known locally of one possible customer when an agent frees up. Times are epoch milliseconds. */
export interface ProposalFacts {
  readonly now: number;
  readonly session: Session;
  readonly agent: { readonly id: string; readonly queueIds: readonly string[] };
  /** Queues the session's channel is known to route to. */
  readonly channelQueueIds: readonly string[];
  /** When this customer was last sent something by us; null: never. */
  readonly lastSentAt: number | null;
  readonly contactAgainAfterMs: number;
  /** When a message to this customer was last refused; null: never. */
  readonly lastFailedAt: number | null;
  readonly optedOut: boolean;
  readonly offersExternalMessages: boolean;
}

/** The customer's side of a conversation as the platform tells it just before a send. */
export interface Truth {
  readonly customer: 'connected' | 'disconnected';
  /** An agent's leg is alerting, connected or parked. */
  readonly agentOnIt: boolean;
  /** The customer waits in a queue and no agent has it. */
  readonly waiting: boolean;
  readonly guestSessionExpired: boolean;
  /** As site or flow told it; meant to be an IANA name, not checked. */
  readonly timeZone: string | null;
  /** When the customer's leg was last active, as far as the platform tells. */
  readonly lastActivityAt: number | null;
}

/** What is known at the moment of sending. `truth` is null when the platform no longer has the conversation. */
export interface SendingFacts {
  readonly now: number;
  readonly truth: Truth | null;
  readonly sessionLastActivityAt: number;
  readonly paused: boolean;
  readonly agentAvailable: boolean;
  /** The customer is in another conversation right now. */
  readonly connectedElsewhere: boolean;
  /** When this customer was last sent something by us; null: never. */
  readonly lastSentAt: number | null;
  readonly contactAgainAfterMs: number;
  readonly optedOut: boolean;
  readonly quietHours: { readonly from: number; readonly to: number } | null;
  /** Counts where the customer's own zone is not known. */
  readonly timeZone: string;
}
