import type { Outreach, OutreachPatch, OutreachState } from '../outreach/outreach.ts';
import type { AgentPresence } from '../presence/agent-presence.ts';
import type { CustomerIds, Session } from '../sessions/session.ts';

/** Who moved an outreach, and why: one row of the audit trail. */
interface Note {
  readonly at: number;
  /** A person's name, or the part of the product that decided (`policy`, `delivery`, `reconcile`, …). */
  readonly who: string;
  readonly why: string;
}

export interface OutreachTable {
  /**
   * Writes a new outreach with the steps it has made so far, one for each version.
   * `event-counted`: its event has one already; `customer-busy`: the customer has an open one.
   */
  insert(
    outreach: Outreach,
    steps: readonly AuditStep[],
  ): Promise<'inserted' | 'event-counted' | 'customer-busy'>;
  /** Compare-and-set on the version of `from`; the new row, or null when somebody else was first. */
  transition(from: Outreach, patch: OutreachPatch, note: Note): Promise<Outreach | null>;
  get(id: string): Promise<Outreach | null>;
  /** The one that came from this event; null when none did. */
  ofEvent(eventId: string): Promise<Outreach | null>;
  /** `changedSince`: only those changed since then, epoch milliseconds. Longest unchanged first. */
  inStates(states: readonly OutreachState[], changedSince?: number): Promise<Outreach[]>;
  /** Those in these states whose attempt was written after `from` and not after `to`, epoch milliseconds. */
  attemptedBetween(states: readonly OutreachState[], from: number, to: number): Promise<Outreach[]>;
  /** The outreaches about a conversation or whose message landed on it, newest first. */
  onConversation(conversationId: string): Promise<Outreach[]>;
  /** Which of these customers have a message that has not come to its end. */
  openAmong(customerKeys: readonly string[]): Promise<Set<string>>;
  /**
   * What was last sent, what last failed or was held for one of the `lasting` reasons, and what a person last declined, to whom one
   * of these keys names: by each key, absent when nothing was.
   */
  lastTries(customerKeys: readonly string[], lasting?: readonly string[]): Promise<Map<string, LastTries>>;
  countsSince(since: number, agentId?: string): Promise<Partial<Record<OutreachState, number>>>;
  /**
   * The newest, newest first: of one agent or of all (null), to customers whose name passes (null: everybody). Names are looked for in the
   * newest ten thousand.
   */
  latest(of: {
    readonly agentId: string | null;
    readonly named: ((customerName: string | null) => boolean) | null;
    readonly limit: number;
  }): Promise<Outreach[]>;
  audit(id: string): Promise<AuditStep[]>;
}

/** Epoch milliseconds; null when there is none. */
export interface LastTries {
  readonly sentAt: number | null;
  readonly failedAt: number | null;
  readonly declinedAt: number | null;
}

export interface AuditStep extends Note {
  readonly from: OutreachState | null;
  readonly to: OutreachState;
}

export interface SessionTable {
  upsert(sessions: readonly Session[]): Promise<void>;
  get(conversationId: string): Promise<Session | null>;
  /** Sessions whose customer was active since then, latest first. The hot path's one query. */
  activeSince(since: number, limit: number): Promise<Session[]>;
  /** The same of those sessions that have ended. */
  endedSince(since: number, limit: number): Promise<Session[]>;
  /** This customer's latest session, by contact or by browser, not one of another contact; null when none is known any more. */
  latestOf(customer: CustomerIds): Promise<Session | null>;
  /** Every key this customer is known by: their own, and those of the sessions kept of the same contact. */
  knownAs(customer: CustomerIds): Promise<string[]>;
  /** The queues this channel's sessions are known to have been routed to. */
  queuesOf(channelId: string): Promise<string[]>;
  /** Is this customer connected in any other conversation, by contact or by browser? */
  connectedElsewhere(customer: CustomerIds & { readonly conversationId: string }): Promise<boolean>;
  /** Forgets sessions not active since then; how many went. */
  prune(before: number): Promise<number>;
  count(): Promise<number>;
}

export interface PresenceTable {
  all(): Promise<AgentPresence[]>;
  put(states: readonly AgentPresence[]): Promise<void>;
}

/** A Teams conversation the bot may write to. Our own shape: not botbuilder's ConversationReference. */
export interface ConversationReference {
  readonly conversationId: string;
  readonly kind: 'personal' | 'channel';
  readonly serviceUrl: string;
  readonly tenantId: string | null;
  /** The bot's own Teams id in this conversation (`28:…`). */
  readonly botId: string;
  /** The person of a personal chat (`29:…`), with what the roster says of them. */
  readonly userId: string | null;
  readonly aadObjectId: string | null;
  readonly userName: string | null;
  readonly userEmail: string | null;
  /** The language of the conversation, a tag such as `en-GB`, as an activity last told it; null: none did. */
  readonly locale: string | null;
  readonly installed: boolean;
  /** When Teams told the last of its installs, removals and words there, epoch milliseconds by its own clock; 0: it told no time. */
  readonly toldAt: number;
  /** The code of the refusal by which the bot learned that it is not there any more; null: none. */
  readonly refusedWith: string | null;
  readonly updatedAt: number;
}

export interface ReferenceTable {
  /** Writes or replaces by conversation id; what was told earlier than what is known changes nothing. */
  put(reference: ConversationReference): Promise<void>;
  get(conversationId: string): Promise<ConversationReference | null>;
  /** All references with the bot installed, oldest first. */
  installed(): Promise<ConversationReference[]>;
  /** All personal chats there ever were, with the bot installed or not, oldest first. */
  personal(): Promise<ConversationReference[]>;
  /** Those where Teams refused the bot, oldest first. */
  refused(): Promise<ConversationReference[]>;
  /** Teams refused the bot there with this code: no more until it is installed or spoken to again. */
  markRefused(conversationId: string, at: number, code: string): Promise<void>;
}

/** A card of an outreach somewhere in Teams. */
export interface CardRow {
  readonly outreachId: string;
  readonly conversationId: string;
  /** Null until Teams answered the post. */
  readonly activityId: string | null;
  /** The activity id of the card this one took the place of; null: none. There is one replacement at most. */
  readonly replaces: string | null;
  /** The ledger version the card shows, or Teams refused for good; 0 when it shows nothing yet. */
  readonly shownVersion: number;
  readonly failures: number;
  /** Not before then, after a failure. */
  readonly nextTryAt: number;
  readonly lastError: string | null;
}

export interface CardTable {
  of(outreachId: string): Promise<CardRow[]>;
  put(row: CardRow): Promise<void>;
  /**
   * Ids of the outreaches changed since then that have no card yet, or one behind the ledger where the bot is installed; latest
   * change first, so that those nobody can be shown do not keep the others waiting.
   */
  outreachesBehind(changedSince: number, limit: number): Promise<string[]>;
}

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

export interface ActivityTable {
  /** True the first time an inbound activity's id is seen; a re-delivery gets false. */
  firstSeen(activityId: string, at: number): Promise<boolean>;
  prune(before: number): Promise<void>;
}

/** Customers who told us to stop. */
export interface OptOutTable {
  add(customerKey: string, at: number): Promise<void>;
  /** Which of these customers opted out. */
  among(customerKeys: readonly string[]): Promise<Set<string>>;
}

export interface SettingTable {
  /** Those of these keys that have a value, with it. */
  among(keys: readonly string[]): Promise<Map<string, string>>;
  get(key: string): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
  /** Writes `to` only where the value still is `from` (null: there is none yet); whether it was. */
  swap(key: string, from: string | null, to: string): Promise<boolean>;
  remove(key: string): Promise<void>;
}

/** One change of the policy. */
export interface PolicyRevision {
  /** From 1, without a gap. */
  readonly revision: number;
  readonly at: number;
  /** A person's name. */
  readonly who: string;
  /** What was changed and what holds since, as JSON of whoever keeps it. */
  readonly value: string;
}

export interface PolicyTable {
  /** The newest, newest first. */
  latest(limit: number): Promise<PolicyRevision[]>;
  /** False when there is that revision already: somebody else was first. */
  add(change: PolicyRevision): Promise<boolean>;
}

/** `missing`: it was looked for and is not in the conversation. */
export const agentReplyStates = ['sending', 'sent', 'refused', 'unknown', 'missing'] as const;

/** What an agent replied to a customer from Teams. */
export interface AgentReply {
  /** The press it comes from; counts once. */
  readonly eventId: string;
  readonly outreachId: string;
  /** In Genesys Cloud. */
  readonly conversationId: string;
  readonly agentId: string;
  readonly text: string;
  readonly state: (typeof agentReplyStates)[number];
  /** Why it was refused, or is not known; null: it was not. */
  readonly code: string | null;
  readonly messageId: string | null;
  readonly attemptedAt: number;
  readonly version: number;
}

/** The one card of an outreach that shows what the customer answered. */
export interface ReplyCardRow {
  readonly outreachId: string;
  /** In Teams. */
  readonly conversationId: string;
  /** Null until Teams answered the post. */
  readonly activityId: string | null;
  /** The versions of the outreach and of its replies it shows, added up, or Teams refused for good; 0: nothing yet. */
  readonly shownVersion: number;
  readonly failures: number;
  /** Not before then, after a failure. */
  readonly nextTryAt: number;
  readonly lastError: string | null;
}

export interface ReplyTable {
  /** `counted`: its press has one already; `one-under-way`: another one of the outreach has not come to its end. */
  add(reply: AgentReply): Promise<'added' | 'counted' | 'one-under-way'>;
  /** Compare-and-set on the version of `from`; null when somebody else was first. */
  settle(
    from: AgentReply,
    patch: Partial<Pick<AgentReply, 'state' | 'code' | 'messageId'>>,
  ): Promise<AgentReply | null>;
  ofEvent(eventId: string): Promise<AgentReply | null>;
  /** Oldest first. */
  of(outreachId: string): Promise<AgentReply[]>;
  /** Those on their way or not known to have arrived, of all outreaches, oldest first. */
  unsettled(): Promise<AgentReply[]>;
  card(outreachId: string): Promise<ReplyCardRow | null>;
  putCard(row: ReplyCardRow): Promise<void>;
  /** Writes the outreach's first row of it; false when there is one. */
  claimCard(row: ReplyCardRow): Promise<boolean>;
  /** Ids of the outreaches whose customer replied, changed since then, that have no card of it or one behind; latest change first. */
  outreachesBehind(changedSince: number, limit: number): Promise<string[]>;
  /** Ids of this agent's outreaches changed since then that have such a card. */
  shownOf(agentId: string, changedSince: number): Promise<string[]>;
}

/** Looks into the ledger by customer. */
export interface AuditTable {
  /**
   * The customers of that name, or whose name begins so, lastly proposed first, and how many there are. Case does not matter; where the
   * engine does not know the letters, the name as written and with capitals.
   */
  customersNamed(
    name: string,
    how: 'exactly' | 'beginning',
    limit: number,
  ): Promise<{
    readonly customers: readonly { readonly customerKey: string; readonly customerName: string | null }[];
    readonly total: number;
  }>;
  /** Newest first, and how many there are. */
  ofCustomer(
    customerKey: string,
    limit: number,
  ): Promise<{ readonly outreaches: readonly Outreach[]; readonly total: number }>;
}

/** Everything durable, on SQLite or PostgreSQL alike. */
export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  readonly outreaches: OutreachTable;
  readonly sessions: SessionTable;
  readonly presences: PresenceTable;
  readonly references: ReferenceTable;
  readonly cards: CardTable;
  readonly bursts: BurstTable;
  readonly replies: ReplyTable;
  readonly activities: ActivityTable;
  readonly optOuts: OptOutTable;
  readonly settings: SettingTable;
  readonly policies: PolicyTable;
  readonly audits: AuditTable;
  close(): Promise<void>;
}
