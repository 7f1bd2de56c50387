import type { SessionEnd } from '../sessions/session.ts';
import type { Briefing } from './briefing.ts';
import type { ProactiveMessage } from './proactive-message.ts';

export const outreachStates = [
  'proposed',
  'awaiting-approval',
  'approved',
  'sending',
  'sent',
  'delivered',
  'undelivered',
  'replied',
  'declined',
  'expired',
  'held',
  'failed',
  'unknown',
  'asked',
  'cancelled',
] as const;

/** A customer has at most one of these: what may still send. The unique index of the first migration names the same. */
export const openStates = ['proposed', 'awaiting-approval', 'approved', 'sending', 'unknown'] as const;

export type OutreachState = (typeof outreachStates)[number];

export const outreachModes = ['automatic', 'supervisor'] as const;

export type OutreachMode = (typeof outreachModes)[number];

export const outreachKinds = ['presence', 'follow-up', 'by-hand'] as const;

/** What it was proposed for: an agent who became available, a person who wants to follow up a closed session, an agent who chose the customer. */
export type OutreachKind = (typeof outreachKinds)[number];

export const routes = ['agentless', 'external-messages', 'webchat'] as const;

export type Route = (typeof routes)[number];

/** `asked-not-to`: the customer did, in words only a person understands; it counts like a "stop". */
export const declineReasons = [
  'already-helped',
  'bad-moment',
  'not-this-customer',
  'asked-not-to',
  'wrong-text',
] as const;

/** Why a supervisor said no, of a few to choose from. */
export type DeclineReason = (typeof declineReasons)[number];

/** Longest words of their own beside it. */
export const longestDeclineNote = 200;

/** What the platform said to the send. */
export interface SendAnswer {
  readonly status: number;
  readonly messageId: string | null;
  /** The conversation the message landed on; a new one when the threading window was over. */
  readonly conversationId: string | null;
  /** The platform's own id of the exchange, for a support case; null when there was none to be had. */
  readonly correlationId: string | null;
}

/** One row of the ledger: one message to one customer, from proposal to reply. Times are epoch milliseconds. */
export interface Outreach {
  readonly id: string;
  readonly kind: OutreachKind;
  /** The presence change, or the press or command in Teams, that it comes from; counts once. */
  readonly eventId: string;
  readonly state: OutreachState;
  /** The held-back reason or error code, where the state has one. */
  readonly reason: string | null;
  readonly mode: OutreachMode;
  readonly agentId: string;
  readonly agentName: string;
  readonly customerKey: string;
  readonly customerName: string | null;
  readonly conversationId: string;
  readonly channelId: string;
  readonly guestId: string;
  readonly externalContactId: string | null;
  readonly queueId: string | null;
  readonly queueName: string | null;
  readonly sessionLastActivityAt: number;
  readonly sessionEndedAt: number | null;
  readonly sessionEndedBy: SessionEnd | null;
  readonly text: string;
  /** What had been proposed, where who approved wrote another text; null: the text is as proposed. */
  readonly proposedText: string | null;
  readonly route: Route | null;
  readonly message: ProactiveMessage | null;
  readonly answer: SendAnswer | null;
  /** Approved, it still waits until then; null: it leaves at once. */
  readonly sendAt: number | null;
  /** Who approved or declined: a person's name, or `policy`. */
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  readonly declineReason: DeclineReason | null;
  /** Words of who declined, beside the reason. */
  readonly declineNote: string | null;
  /** Put off until then; null: not, or back again. */
  readonly snoozedUntil: number | null;
  readonly snoozedBy: string | null;
  /** The version with which it last came back from a snooze; 0: never. A card that shows an older one is posted anew. */
  readonly backAtVersion: number;
  /** What was found for who decides; null until it is read, and once it is decided. */
  readonly briefing: Briefing | null;
  /** When the attempt was written, just before the request left; counts against the customer's cap. */
  readonly attemptedAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When an approval that nobody gave lapses. */
  readonly expiresAt: number | null;
  /** Grows by one with every transition; the compare-and-set key. */
  readonly version: number;
}

/** What one step changes of an outreach; what it does not name stays as it is. */
export type OutreachPatch = Partial<
  Omit<Outreach, 'id' | 'eventId' | 'version' | 'createdAt' | 'updatedAt' | 'state'>
> & { readonly state: OutreachState };
