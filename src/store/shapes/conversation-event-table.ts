export const conversationEventKinds = ['started', 'ended'] as const;

export type ConversationEventKind = (typeof conversationEventKinds)[number];

/** `stopped`: the receiver said it wants it no more; `dead`: given up after the last try. */
export const conversationEventStates = ['pending', 'done', 'stopped', 'dead'] as const;

/** That a conversation began or ended, to be told to the receiver of the webhook. Times are epoch milliseconds. */
export interface ConversationEvent {
  /** The same for the same event, wherever and whenever it is noticed. */
  readonly id: string;
  readonly conversationId: string;
  readonly kind: ConversationEventKind;
  /** When it happened, by the platform's clock. */
  readonly at: number;
  readonly noticedAt: number;
  /** JSON, as it is or will be sent: fixed with the first try, or the first since it was driven again. */
  readonly body: string;
  readonly state: (typeof conversationEventStates)[number];
  /** Tries begun since it was noticed or driven again. */
  readonly attempts: number;
  readonly nextTryAt: number;
  /** A try is under way until then at most; null: none is. */
  readonly claimedUntil: number | null;
  /** The HTTP status of the last answer; null: there was none. */
  readonly lastStatus: number | null;
  /** Why the last try failed, an error code; null: it did not. */
  readonly lastError: string | null;
  /** When it came to its end. */
  readonly settledAt: number | null;
  readonly version: number;
}

export type ConversationEventPatch = Partial<
  Omit<ConversationEvent, 'id' | 'conversationId' | 'kind' | 'at' | 'noticedAt' | 'version'>
>;

/** What is to be told of conversations, and what became of the telling. */
export interface ConversationEventTable {
  /** Writes those that are not there yet: one of a kind for each conversation, for ever; how many were new. */
  add(events: readonly ConversationEvent[]): Promise<number>;
  get(id: string): Promise<ConversationEvent | null>;
  /** Pending, due and not under way; no end of a conversation before its beginning is settled. The longest due first. */
  due(now: number, limit: number): Promise<ConversationEvent[]>;
  /** Compare-and-set on the version of `from`; null when somebody else was first. */
  change(from: ConversationEvent, patch: ConversationEventPatch): Promise<ConversationEvent | null>;
  /** Lets go of every try that is written down as under way: whoever began it is no more. */
  release(): Promise<void>;
  /** In these states, those that happened first first. */
  inStates(states: readonly ConversationEvent['state'][], limit: number): Promise<ConversationEvent[]>;
  /** How many there are in each state. */
  counts(): Promise<Readonly<Record<ConversationEvent['state'], number>>>;
  /** Forgets those that came to their end before then; how many went. */
  prune(before: number): Promise<number>;
}
