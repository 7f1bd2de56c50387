/** One card for several proposals that wait in a conversation at a time. */
export interface Burst {
  readonly id: string;
  readonly conversationId: string;
  /** Null until Teams answered the post. */
  readonly activityId: string | null;
  /** Whether further proposals join it; one of a conversation does. */
  readonly takesMore: boolean;
  readonly failures: number;
  /** Not before then, after a failure. */
  readonly nextTryAt: number;
  readonly lastError: string | null;
  readonly createdAt: number;
}

/** An outreach on a burst card. */
export interface BurstMember {
  readonly outreachId: string;
  readonly conversationId: string;
  readonly burstId: string;
  /** From 1, in the order they joined. */
  readonly place: number;
  /** It was asked for a card of its own in the conversation, too. */
  readonly ownCard: boolean;
  /** The ledger version the burst card shows of it; 0 when it shows nothing yet. */
  readonly shownVersion: number;
}

export interface BurstTable {
  get(burstId: string): Promise<Burst | null>;
  /** In the order they joined. */
  members(burstId: string): Promise<BurstMember[]>;
  /** The burst cards an outreach is on, one a conversation at most. */
  of(outreachId: string): Promise<BurstMember[]>;
  /**
   * Puts an outreach on the conversation's burst card, or on a new one with the id `newId` where none takes more than `most`
   * members; gives its place, the one it has already if it is on one.
   */
  join(entry: {
    outreachId: string;
    conversationId: string;
    newId: string;
    most: number;
    at: number;
  }): Promise<BurstMember>;
  /**
   * Puts off the next try of its card until then (epoch milliseconds): false where somebody wrote it since it was read as `burst`.
   */
  claim(burst: Burst, until: number): Promise<boolean>;
  /** What became of showing the card. */
  put(burst: Burst): Promise<void>;
  /** No further proposal joins it. */
  close(burstId: string): Promise<void>;
  giveOwnCard(outreachId: string, conversationId: string): Promise<void>;
  /** The burst card shows this version of a member now. */
  shown(member: Pick<BurstMember, 'outreachId' | 'conversationId'>, version: number): Promise<void>;
  /** Ids of the bursts with a member changed since then that their card does not show yet, where the bot is installed. */
  behind(changedSince: number, limit: number): Promise<string[]>;
}
