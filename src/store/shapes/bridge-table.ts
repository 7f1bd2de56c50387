export const bridgeStates = ['open', 'ending', 'ended'] as const;

/** From our customer into the partner's conversation, and from there to our customer. */
export const directions = ['to-partner', 'to-customer'] as const;

export type Direction = (typeof directions)[number];

/** Who or what ended a hand-off. */
export const bridgeEnds = ['source', 'destination', 'time-limit', 'fault'] as const;

export type BridgeEnd = (typeof bridgeEnds)[number];

/** The bridge of one hand-off. Times are epoch milliseconds. */
export interface Bridge {
  readonly handOffId: string;
  readonly partnerId: string;
  readonly sourceConversationId: string;
  readonly channelId: string;
  readonly guestId: string;
  readonly externalContactId: string | null;
  readonly customerName: string | null;
  /** Told to the partner's flow with the first message, as attributes of the participant. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Null until the partner's platform has named it. */
  readonly destinationConversationId: string | null;
  readonly state: (typeof bridgeStates)[number];
  readonly endedBy: BridgeEnd | null;
  readonly endCode: string | null;
  /** The conversation of the side that ended it was over by itself; false: somebody ended the hand-off. */
  readonly sideIsOver: boolean;
  readonly endingAt: number | null;
  /** Its end was told to whoever began it. */
  readonly endTold: boolean;
  readonly startedAt: number;
  readonly warnAt: number;
  readonly limitAt: number;
  readonly warned: boolean;
  /** What was said before was put into the outbox. */
  readonly transcriptTaken: boolean;
  readonly lastError: string | null;
  readonly version: number;
}

/**
 * `covered`: said before the hand-off and part of the transcript; `sending`: its attempt is written, no answer yet; `unknown`: no answer
 * will come, it is looked for; `failed`: refused, or passed over; `dropped`: the hand-off ended before it.
 */
export const carriedStates = [
  'covered',
  'waiting',
  'sending',
  'unknown',
  'delivered',
  'failed',
  'dropped',
] as const;

/** `notice`: our own words to a side; `mark`: says that a message before it may be missing. */
export const carriedKinds = ['context', 'transcript', 'message', 'notice', 'mark'] as const;

export type Receipt = 'Delivered' | 'Failed';

/** One message on its way over a bridge, or over it. */
export interface Carried {
  /** Ours; the partner's platform is told it as `channel.messageId`. */
  readonly id: string;
  readonly handOffId: string;
  readonly direction: Direction;
  readonly kind: (typeof carriedKinds)[number];
  /** The message's id where it comes from (with `#2` for its second part); counts once a hand-off and direction. */
  readonly sourceId: string;
  /** Empty once it is over. */
  readonly text: string;
  /** The order they go in. */
  readonly place: number;
  /** When it was said. */
  readonly saidAt: number;
  readonly state: (typeof carriedStates)[number];
  /** Failures since it came or was sent last. */
  readonly failures: number;
  readonly firstAttemptAt: number | null;
  readonly attemptedAt: number | null;
  readonly unknownSince: number | null;
  readonly nextTryAt: number;
  readonly code: string | null;
  /** The message's id where it went. */
  readonly sentAs: string | null;
  /** The last part of its message: receipts are of this one. */
  readonly lastPart: boolean;
  readonly receiptDue: Receipt | null;
  readonly receiptSent: Receipt | null;
  readonly createdAt: number;
  readonly version: number;
}

export type BridgePatch = Partial<
  Pick<
    Bridge,
    | 'destinationConversationId'
    | 'state'
    | 'endedBy'
    | 'endCode'
    | 'sideIsOver'
    | 'endingAt'
    | 'endTold'
    | 'warned'
    | 'transcriptTaken'
    | 'lastError'
  >
>;

export type CarriedPatch = Partial<
  Pick<
    Carried,
    | 'text'
    | 'state'
    | 'failures'
    | 'firstAttemptAt'
    | 'attemptedAt'
    | 'unknownSince'
    | 'nextTryAt'
    | 'code'
    | 'sentAs'
    | 'receiptDue'
    | 'receiptSent'
  >
>;

/** The bridges of hand-offs and what goes over them. */
export interface BridgeTable {
  /** Other processes may work on the same rows. */
  readonly shared: boolean;
  /** False when the hand-off has a bridge already. */
  add(bridge: Bridge, messages: readonly Carried[]): Promise<boolean>;
  get(handOffId: string): Promise<Bridge | null>;
  /** Bridges that have not ended, or of whose end nobody was told. */
  live(): Promise<Bridge[]>;
  /** Compare-and-set on the version of `from`; null when somebody else was first. */
  change(from: Bridge, patch: BridgePatch): Promise<Bridge | null>;
  /**
   * Adds what is new of these, all or none; what is there and waits only gets its place. With `transcriptTaken`, and not when it was taken
   * before (false).
   */
  take(messages: readonly Carried[], transcriptOf?: Bridge): Promise<boolean>;
  /** Every message of a hand-off, in the order they go. */
  of(handOffId: string): Promise<Carried[]>;
  /** Those of a direction that are not over, in the order they go. */
  pending(handOffId: string, direction: Direction): Promise<Carried[]>;
  /** Compare-and-set on the version of `from`; null when somebody else was first, or another one of its direction is on its way. */
  settle(from: Carried, patch: CarriedPatch): Promise<Carried | null>;
  /** What waits in a direction is dropped, its text with it; with the code that says why. Notices and marks stay unless `all`. */
  drop(handOffId: string, direction: Direction, code: string, all?: boolean): Promise<void>;
}
