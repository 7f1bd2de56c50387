import type { PostedCard } from './posted-card.ts';

/**
 * `asserted`: the receiving side has taken the ticket. `moving`: asked of the platform or the bridge. `bridged`: messages go both ways.
 * `moved`: by the field contract, where nothing more is seen of it here. `unknown`: the answer to a move was lost.
 */
export const handOffStates = [
  'proposed',
  'asserted',
  'moving',
  'bridged',
  'moved',
  'ended',
  'refused',
  'failed',
  'unknown',
] as const;

/** A conversation has at most one of these. The unique index of the migration names the same. */
export const openHandOffStates = ['proposed', 'asserted', 'moving', 'bridged', 'unknown'] as const;

/** What is still to be carried out; of a bridge that stands, the bridge itself takes care. */
export const unsettledHandOffStates = ['proposed', 'asserted', 'moving', 'unknown'] as const;

export const handOffReasons = ['escalation', 'their-subject', 'their-language', 'other'] as const;

export const handOffContracts = ['bridge', 'field'] as const;

/** `person`: the button in Teams. `source`, `destination`: the conversation of that organisation ended. */
export const handOffEnds = ['person', 'source', 'destination', 'time-limit', 'fault'] as const;

export type HandOffState = (typeof handOffStates)[number];
export type HandOffReason = (typeof handOffReasons)[number];
export type HandOffContract = (typeof handOffContracts)[number];
export type HandOffEnd = (typeof handOffEnds)[number];

/** One conversation handed to another organisation. Times are epoch milliseconds. */
export interface HandOff {
  readonly id: string;
  /** The press it comes from; counts once. */
  readonly eventId: string;
  readonly state: HandOffState;
  /** Why it was refused, failed or is not known; null: it was not. */
  readonly code: string | null;
  /** Here, in Genesys Cloud. */
  readonly conversationId: string;
  /** As the platform calls it, `webmessaging`. */
  readonly channelType: string;
  readonly channelId: string;
  readonly guestId: string;
  readonly externalContactId: string | null;
  readonly customerName: string | null;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly contract: HandOffContract;
  /** Of the partner, by name. */
  readonly queue: string;
  /** Where the customer was here, by name; null: not known. */
  readonly originalQueue: string | null;
  readonly reason: HandOffReason;
  readonly note: string | null;
  readonly agentId: string;
  readonly agentName: string;
  /** The `jti` of the last ticket; null: none was issued. */
  readonly ticketId: string | null;
  /** Where it goes on at the partner, as far as that is told. */
  readonly destinationConversationId: string | null;
  readonly endedBy: HandOffEnd | null;
  /** The name of the person who ended it; null: nobody did. */
  readonly endedByName: string | null;
  /** Messages of the customer's side that reached the partner, and of the partner that reached the customer. */
  readonly toPartner: number;
  readonly toCustomer: number;
  /** Messages that wait because a side cannot be reached. */
  readonly waiting: number;
  /** When the attempt to move it was written, just before the request left. */
  readonly attemptedAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Grows by one with every step; the compare-and-set key. */
  readonly version: number;
}

export type HandOffPatch = Partial<
  Omit<HandOff, 'id' | 'eventId' | 'conversationId' | 'createdAt' | 'updatedAt' | 'version'>
>;

/** One card of a hand-off in one Teams conversation. */
export interface HandOffCardRow extends PostedCard {
  readonly handOffId: string;
}

/** What was decided about a ticket, without its words; an id is kept only where it looks like one. */
export interface TicketAudit {
  readonly at: number;
  readonly action: 'session.validation.failed' | 'session.accepted';
  readonly ticketId: string | null;
  readonly sourceOrgId: string | null;
  readonly destinationOrgId: string;
  readonly conversationId: string | null;
  /** Why it was refused; null: it was accepted. */
  readonly code: string | null;
}

export interface HandOffTable {
  /** `counted`: its press has one already; `one-under-way`: the conversation has one that is not over. */
  add(handOff: HandOff): Promise<'added' | 'counted' | 'one-under-way'>;
  /** Compare-and-set on the version of `from`; null when somebody else was first. */
  step(from: HandOff, patch: HandOffPatch, at: number): Promise<HandOff | null>;
  get(id: string): Promise<HandOff | null>;
  ofEvent(eventId: string): Promise<HandOff | null>;
  openOn(conversationId: string): Promise<HandOff | null>;
  /** Those still to be carried out, oldest first. */
  unsettled(): Promise<HandOff[]>;
  /** The latest with a partner, newest first. */
  latest(partnerId: string, limit: number): Promise<HandOff[]>;
  /** How many with a partner are not over. */
  openWith(partnerId: string): Promise<number>;

  /** False when this ticket was spent before. It is kept until `keepUntil`. */
  spendTicket(ticket: { issuer: string; id: string; keepUntil: number }): Promise<boolean>;
  addAudit(entry: TicketAudit): Promise<void>;
  /**
   * Newest first; of all, or of those refused with one of the `strangers`' codes, or of the other refusals, with those that were
   * `accepted` where asked for.
   */
  audits(
    limit: number,
    which?: { readonly strangers: readonly string[]; readonly theirs: boolean; readonly accepted?: boolean },
  ): Promise<TicketAudit[]>;
  /**
   * Forgets spent tickets that have expired by `now`, and all but the newest `keep` audits: as many of those with a code of `strangers`,
   * which anybody can cause, and as many of the others, which they must not push out.
   */
  prune(now: number, keep: number, strangers: readonly string[]): Promise<void>;

  cards(handOffId: string): Promise<HandOffCardRow[]>;
  putCard(row: HandOffCardRow): Promise<void>;
  /**
   * Puts off the next try of it until then (epoch milliseconds) and writes its row where there is none: false where somebody wrote it
   * since it was read as `row`.
   */
  claimCard(row: HandOffCardRow, until: number): Promise<boolean>;
  /** Ids of hand-offs changed since then; latest change first. */
  changedSince(since: number, limit: number): Promise<string[]>;
}
