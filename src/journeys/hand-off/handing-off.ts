import type { HandOff, HandOffReason, TicketAudit } from '../../store/shapes/hand-off-table.ts';
import type { SetAside } from './registering/registering.ts';

/** Longest words an agent may give the partner along. */
export const longestNote = 500;

export interface OfferedPartner {
  readonly id: string;
  readonly name: string;
  readonly queues: readonly string[];
}

export interface HandOffRequest {
  /** Here, in Genesys Cloud. */
  readonly conversationId: string;
  readonly partnerId: string;
  /** Of the partner, by name. */
  readonly queue: string;
  readonly reason: HandOffReason;
  readonly note: string | null;
  readonly by: { readonly agentId: string; readonly name: string };
  /** The press it comes from; counts once. */
  readonly eventId: string;
}

/** A partner as supervisors see it. */
export interface PartnerState extends OfferedPartner {
  readonly contract: HandOff['contract'];
  readonly channelTypes: Readonly<Record<string, string>>;
  /** How many public keys its tickets may be signed with. */
  readonly trustKeys: number;
  /** Who judges our tickets: its own Reachback or this one. */
  readonly ticketsJudged: 'there' | 'here';
  /** Why its organisation cannot be reached; null: it can. */
  readonly problem: string | null;
  /** Newest first. */
  readonly latest: readonly HandOff[];
  /** Permissions our own OAuth client lacks for hand-offs to it. */
  readonly missing: readonly string[];
  /** Who registered or changed it in Teams last, and when; null: it is of the file. */
  readonly registered: { readonly by: string; readonly at: number } | null;
}

/** A verdict on a ticket, without its words. */
export interface TicketVerdictTold
  extends Pick<TicketAudit, 'at' | 'action' | 'ticketId' | 'conversationId' | 'code'> {
  /** What it says it is from; `name` where that is a partner’s id. Null: it does not say. */
  readonly from: {
    readonly organisationId: string;
    readonly name: string | null;
    readonly ours: boolean;
  } | null;
}

export interface PartnersSeen {
  readonly partners: readonly PartnerState[];
  /** Registered in Teams, and not in force. */
  readonly setAside: readonly SetAside[];
  /** Tickets that were turned away, newest first. */
  readonly turnedAway: readonly {
    readonly at: number;
    readonly code: string;
    /** The partner’s name; null: of nobody we know. */
    readonly partner: string | null;
  }[];
}

/** Handing conversations to partner organisations. */
export interface HandOffs {
  /** Empty: nothing is set up. */
  offered(): readonly OfferedPartner[];
  /** The hand-off of a conversation that is not over; null: none. */
  openOn(conversationId: string): Promise<HandOff | null>;
  get(id: string): Promise<HandOff | null>;
  /**
   * Begins a hand-off and gives it as it stands; the rest happens behind, and the card tells. The same press again gives what there is.
   * Throws `handoff.*` where nothing was begun, and what the platform throws when the conversation was read.
   */
  begin(request: HandOffRequest): Promise<HandOff>;
  /** Ends it, whatever goes on; gives it as it stands then. The caller has checked that `byName` may. Throws `handoff.not-found`. */
  end(wish: { readonly id: string; readonly byName: string }): Promise<HandOff>;
  /** Every partner with its state; asks each partner’s organisation. */
  partners(): Promise<PartnersSeen>;
  /** The last verdicts on tickets, newest first; junk of strangers crowds out nothing of partners. */
  tickets(): Promise<readonly TicketVerdictTold[]>;
}
