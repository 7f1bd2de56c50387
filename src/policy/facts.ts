import type { OutreachKind, OutreachMode, Route } from '../outreach/outreach.ts';
import type { ProactiveMessage } from '../outreach/proactive-message.ts';
import type { Session } from '../sessions/session.ts';
import type { Offers } from './route-table.ts';

/** What is known locally of one possible customer when an agent frees up. Times are epoch milliseconds. */
export interface ProposalFacts {
  readonly now: number;
  readonly session: Session;
  readonly agent: { readonly id: string; readonly queueIds: readonly string[] };
  /** Queues the session's channel is known to route to. */
  readonly channelQueueIds: readonly string[];
  /** Another message to this customer has not come to its end yet. */
  readonly openOutreach: boolean;
  /** When this customer was last sent something by us; null: never. */
  readonly lastSentAt: number | null;
  readonly contactAgainAfterMs: number;
  /** When a message to this customer was last refused; null: never. */
  readonly lastFailedAt: number | null;
  /** When a person last said no to a message to this customer; null: never. */
  readonly lastDeclinedAt: number | null;
  readonly optedOut: boolean;
  readonly offers: Offers;
  /** How long the guest's session outlives their last activity; null: not known. */
  readonly guestSessionMs: number | null;
}

/** A conversation with a web messaging customer as the platform tells it this moment. Times are epoch milliseconds. */
export interface Truth {
  readonly customer: 'connected' | 'disconnected';
  /** Whose leg is alerting, connected or parked. */
  readonly agents: readonly { readonly userId: string | null; readonly parked: boolean }[];
  /** A queue or a flow has the customer. */
  readonly waiting: boolean;
  /** When the customer's leg ended; null while it is connected. */
  readonly endedAt: number | null;
  readonly guestSessionExpired: boolean;
  /** The customer wiped it from the messenger. */
  readonly cleared: boolean;
  /** As site or flow told it; meant to be an IANA name, not checked. */
  readonly timeZone: string | null;
  /** When the customer's leg was last active, as far as the platform tells. */
  readonly lastActivityAt: number | null;
  /** When the customer last wrote something; null: not told. */
  readonly lastWroteAt: number | null;
  /** What the customer wrote in it, as far as it is told by an id. */
  readonly wrote: readonly { readonly messageId: string; readonly at: number }[];
  /** The deployment and the guest's session on the customer's leg, as far as the platform tells. */
  readonly channelId: string | null;
  readonly guestId: string | null;
  /** Whom the platform takes the customer for. */
  readonly externalContactId: string | null;
}

/** What is known at the moment of sending. `truth` is null when the platform no longer has the conversation. */
export interface SendingFacts {
  readonly now: number;
  readonly kind: OutreachKind;
  readonly message: ProactiveMessage;
  readonly conversationId: string;
  readonly externalContactId: string | null;
  readonly truth: Truth | null;
  readonly sessionLastActivityAt: number;
  readonly paused: boolean;
  /** Policy approved it by itself; no person did. */
  readonly approvedByPolicy: boolean;
  /** What policy asks for now. */
  readonly mode: OutreachMode;
  readonly agentAvailable: boolean;
  /** The agent serves a queue the channel routes to. */
  readonly agentOnChannel: boolean;
  /** The customer is in another conversation right now. */
  readonly connectedElsewhere: boolean;
  /** When this customer was last sent something by us; null: never. */
  readonly lastSentAt: number | null;
  readonly contactAgainAfterMs: number;
  readonly optedOut: boolean;
  readonly quietHours: { readonly from: number; readonly to: number } | null;
  /** Counts where the customer's own zone is not known. */
  readonly timeZone: string;
  readonly offers: Offers;
  /** Whether the client has the right for a route; null: not known. */
  readonly permitted: (route: Route) => boolean | null;
  /** API, login and notifications answer in one region. */
  readonly oneRegion: boolean;
  /** How long the guest's session outlives their last activity; null: not known. */
  readonly guestSessionMs: number | null;
}
