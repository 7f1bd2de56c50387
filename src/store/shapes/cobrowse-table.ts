import type { PostedCard } from './posted-card.ts';

/**
 * `asking`: written before the request leaves. `unknown`: whether it was offered, or what the customer answered. `missing`: it was looked
 * for and not found. `ended`: over, accepted before where `acceptedAt` says so.
 */
export const cobrowseStates = [
  'asking',
  'offered',
  'accepted',
  'rejected',
  'expired',
  'ended',
  'unknown',
  'missing',
  'refused',
] as const;

/** A conversation has at most one of these. The unique index of the migration names the same. */
export const openCobrowseStates = ['asking', 'offered', 'accepted', 'unknown'] as const;

type CobrowseState = (typeof cobrowseStates)[number];

/** Cobrowse as an agent offered it to a customer. Times are epoch milliseconds by the platform's clock. */
export interface CobrowseOffer {
  /** The press or command it comes from; counts once. */
  readonly eventId: string;
  /** The session's id with the platform: told, or chosen by us; null: not told yet. */
  readonly sessionId: string | null;
  /** In Genesys Cloud. */
  readonly conversationId: string;
  /** The deployment the customer writes through. */
  readonly channelId: string;
  readonly agentId: string;
  readonly customerName: string | null;
  readonly contract: 'platform' | 'field';
  readonly mode: 'view' | 'control';
  readonly state: CobrowseState;
  /** Of the catalogue: why it was refused, or is not known; null: neither. */
  readonly code: string | null;
  /** Opens the session to whoever has it; null: not told, or over. */
  readonly joinCode: string | null;
  readonly offerEndsAt: number | null;
  readonly acceptedAt: number | null;
  readonly attemptedAt: number;
  readonly changedAt: number;
  readonly version: number;
}

/** The one card of an offer. */
export interface CobrowseCardRow extends PostedCard {
  readonly eventId: string;
}

export interface CobrowseTable {
  /** `counted`: its event has one already; `one-under-way`: another one of the conversation is not over. */
  add(offer: CobrowseOffer): Promise<'added' | 'counted' | 'one-under-way'>;
  /** Compare-and-set on the version of `from`; null when somebody else was first. */
  settle(from: CobrowseOffer, patch: CobrowsePatch): Promise<CobrowseOffer | null>;
  ofEvent(eventId: string): Promise<CobrowseOffer | null>;
  /** Oldest first. */
  of(conversationId: string): Promise<CobrowseOffer[]>;
  /** All that are not over, oldest first. */
  open(): Promise<CobrowseOffer[]>;
  /** Whether an id is one a customer is known by: of a contact, a guest or a browser. */
  namesCustomer(id: string): Promise<boolean>;
  /** Conversations this agent was last seen in that have not ended, latest first. */
  conversationsWith(agentId: string, limit: number): Promise<string[]>;
  card(eventId: string): Promise<CobrowseCardRow | null>;
  putCard(row: CobrowseCardRow): Promise<void>;
  /**
   * Puts off the next try of it until then (epoch milliseconds) and writes its row where there is none: false where somebody wrote it
   * since it was read as `row`.
   */
  claimCard(row: CobrowseCardRow, until: number): Promise<boolean>;
  /** Events of the offers changed since then that have no card or one behind; latest change first. */
  behind(changedSince: number, limit: number): Promise<string[]>;
}

export type CobrowsePatch = Partial<
  Pick<
    CobrowseOffer,
    'sessionId' | 'mode' | 'state' | 'code' | 'joinCode' | 'offerEndsAt' | 'acceptedAt' | 'changedAt'
  >
>;
