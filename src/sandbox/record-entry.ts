/** One line of what customers and Teams conversations saw. */
export type RecordEntry = CustomerEntry | TeamsEntry;

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
