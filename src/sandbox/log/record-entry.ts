/** One line of what customers and Teams conversations saw. */
export type RecordEntry = CustomerEntry | GuestEntry | TeamsEntry;

/** What a customer saw or did. `shown`: on an open messenger; `waiting`: in history, nobody looking; `seen-in-history`: fetched later. */
export interface CustomerEntry {
  readonly seq: number;
  readonly at: number;
  readonly kind: 'customer';
  readonly event: 'shown' | 'waiting' | 'seen-in-history' | 'wrote';
  readonly orgId: string;
  readonly customerId: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly guestId: string;
  readonly message: { readonly id: string; readonly text: string; readonly fromName?: string };
}

/**
 * What else a customer's messenger showed, and what the customer did there beside writing. `shown`, `waiting` and
 * `seen-in-history` as for messages; `did`: the customer's own act.
 */
export interface GuestEntry {
  readonly seq: number;
  readonly at: number;
  readonly kind: 'guest';
  readonly event: 'shown' | 'waiting' | 'seen-in-history' | 'did';
  readonly what: GuestNews;
  readonly orgId: string;
  readonly customerId: string;
  /** Absent for what belongs to the session and to no conversation. */
  readonly conversationId?: string;
  readonly channelId: string;
  readonly guestId: string;
  /** Names the event in the messenger's history; absent for what does not stand there. */
  readonly eventId?: string;
  /** The guest cannot write on until it starts anew. */
  readonly readOnly?: boolean;
}

export type GuestNews =
  | 'joined'
  | 'disconnected'
  | 'agent-typing'
  | 'cleared'
  | 'started-anew'
  | 'signed-in'
  | 'signed-out'
  | 'session-expired'
  | 'cobrowse-offered'
  | 'cobrowse-offer-expired'
  | 'cobrowse-accepted'
  | 'cobrowse-rejected'
  | 'cobrowse-ended';

/** What a Teams conversation saw. */
interface TeamsEntry {
  readonly seq: number;
  readonly at: number;
  readonly kind: 'teams';
  readonly event: 'posted' | 'updated' | 'deleted' | 'said';
  readonly conversationId: string;
  readonly activityId: string;
  readonly activity: Record<string, unknown>;
}
