import type { DeclineReason, Outreach } from '../outreach/outreach.ts';
import type { RoutingStatus, SystemPresence } from '../presence/agent-presence.ts';
import type { Cobrowses } from './cobrowse/cobrowsing.ts';
import type { HandOffs } from './hand-off/handing-off.ts';
import type { PartnerRegistrations } from './hand-off/registering/registering.ts';
import type { ByHand } from './on-request/writing-by-hand.ts';
import type { Policies } from './policy/policies.ts';
import type { Replies, SignIns } from './replying/replying.ts';
import type { Audits } from './views/audits.ts';

/** What an agent or supervisor may ask of the product from Teams; made in the composition root. */
export interface Journeys {
  readonly decisions: Decisions;
  readonly followUps: FollowUps;
  readonly pauses: Pauses;
  readonly ownPresence: OwnPresence;
  readonly links: Links;
  readonly overview: Overview;
  readonly byHand: ByHand;
  readonly history: History;
  readonly policies: Policies;
  readonly audits: Audits;
  readonly signIns: SignIns;
  readonly replies: Replies;
  readonly cobrowses: Cobrowses;
  readonly handOffs: HandOffs;
  readonly partners: PartnerRegistrations;
}

/**
 * Yes or no to a proposal, with another text or a reason (and words of one's own, null: none) if told; taking back what has not
 * left; and whether a message whose answer was lost is there.
 */
export type Verdict =
  | 'approve'
  | { readonly approve: { readonly text: string } }
  | 'decline'
  | { readonly decline: { readonly reason: DeclineReason | null; readonly note: string | null } }
  | 'cancel'
  | 'arrived'
  | 'did-not-arrive';

/** The outreach as it stands afterwards, and whether it was this press that moved it. */
export interface Decided {
  readonly outreach: Outreach;
  readonly applied: boolean;
}

export interface Decisions {
  /**
   * First decision wins in the ledger, whoever makes it. The caller has checked that `by` may decide. Throws
   * `outreach.not-found`, and `outreach.text-*` where another text must not be sent.
   */
  decide(decision: { outreachId: string; verdict: Verdict; by: string }): Promise<Decided>;
  /**
   * Puts the question off for so many milliseconds; it is asked again then. Throws `outreach.not-found`, and
   * `outreach.snooze-too-late` where there would be nothing left to decide.
   */
  snooze(wish: { outreachId: string; forMs: number; by: string }): Promise<Decided>;
}

/** Somebody wants to write once more to the customer of an outreach. */
export interface FollowUpRequest {
  readonly outreachId: string;
  /** The name of who asks. */
  readonly by: string;
  /** The Genesys user id of who asks; null: none. */
  readonly agentId: string | null;
  readonly text: string;
  /** As people write it: "now", "in 20 minutes", "tomorrow 9:00". */
  readonly when: string;
  /** Whose "my time" is meant, an IANA name; null: not told. */
  readonly timeZone: string | null;
  /** The press it comes from; counts once. */
  readonly eventId: string;
  /** Who asks is a supervisor: nobody else needs to say yes. */
  readonly mayApprove: boolean;
}

export interface FollowUps {
  /**
   * Puts a follow-up into the ledger, approved or before a supervisor; gives it, the customer's zone, and what summer time did to
   * the hour. Throws `outreach.*` when it must not be, with till or from when it could leave as `until` or `from`, and what the
   * platform or the store throws.
   */
  request(request: FollowUpRequest): Promise<{
    readonly outreach: Outreach;
    readonly timeZone: string;
    readonly shift: 'gap' | 'overlap' | null;
  }>;
}

/** `all`: the whole organisation; otherwise a Genesys user id. */
export type PauseScope = 'all' | string;

/** A pause that holds; `until` is null where only "resume" ends it. Times are epoch milliseconds. */
/** `by` and `since` null: what was written cannot be read any more; it holds all the same. */
export interface Pause {
  readonly by: string | null;
  readonly since: number | null;
  readonly until: number | null;
}

export interface Pauses {
  /** `until` (epoch milliseconds): it ends by itself then. */
  pause(scope: PauseScope, by: string, until?: number | null): Promise<void>;
  /** True when there was a pause to end. */
  resume(scope: PauseScope, by: string): Promise<boolean>;
  /** Null also where it has ended by itself. */
  get(scope: PauseScope): Promise<Pause | null>;
  /** Whether anything holds this agent's outreach: a pause of all or of this agent. */
  holds(agentId: string): Promise<boolean>;
}

/** What somebody may set for themselves; `idle` is the platform's to say. */
export type SettablePresence = Exclude<SystemPresence, 'idle'>;

export interface OwnPresence {
  /**
   * Sets an agent's presence in Genesys Cloud and gives what Genesys answered, which need not be what was asked for; null: it did not
   * say. The caller has checked that it is the agent who asks. Throws `genesys.*`.
   */
  set(
    agentId: string,
    presence: SettablePresence,
  ): Promise<{
    readonly presence: SystemPresence | null;
    /** Epoch milliseconds. */
    readonly since: number | null;
    readonly routingStatus: RoutingStatus | null;
  }>;
}

/** A Genesys agent a supervisor vouched a Teams person to be. */
export interface AgentLink {
  readonly agentId: string;
  readonly agentName: string;
  /** The supervisor's name. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Somebody in Teams says to be a Genesys agent; a supervisor decides. */
export interface LinkAsk {
  readonly id: string;
  readonly person: { readonly key: string; readonly name: string; readonly email: string | null };
  readonly agent: { readonly id: string; readonly name: string; readonly email: string };
  /** Epoch milliseconds. */
  readonly at: number;
  /** Where supervisors were asked. */
  readonly cards: { conversationId: string; activityId: string }[];
  /** Null while nobody decided. */
  readonly verdict: {
    readonly said: 'confirmed' | 'refused' | 'withdrawn';
    readonly by: string;
    readonly at: number;
  } | null;
}

/** Which Teams person is which Genesys agent where the e-mails do not say. A person goes by a key of the caller's. All throw `store.*`. */
export interface Links {
  /** All that hold, by person. */
  linked(): Promise<ReadonlyMap<string, AgentLink>>;
  /** What this person asked for and nobody decided on yet; it lapses after a day. */
  openAsk(personKey: string): Promise<LinkAsk | null>;
  /** Throws `teams.link-pending` while another request of this person is open, `teams.link-too-often` after five within a day. */
  ask(person: LinkAsk['person'], agent: LinkAsk['agent']): Promise<LinkAsk>;
  /** Writes down where supervisors were asked. */
  shown(askId: string, cards: LinkAsk['cards']): Promise<void>;
  /** Forgets a request nobody could be shown. */
  drop(askId: string): Promise<void>;
  /**
   * The first decision counts: gives the request as it stands afterwards, and whether this one was it. The caller has checked that `by` may
   * decide. Throws `teams.link-gone`, and `teams.link-own` for one's own.
   */
  decide(decision: {
    askId: string;
    said: 'confirmed' | 'refused';
    by: LinkAsk['person'];
  }): Promise<{ readonly ask: LinkAsk; readonly first: boolean }>;
  /** Ends a person's link and takes an open request back; gives what there was. */
  remove(
    personKey: string,
    by: string,
  ): Promise<{ readonly link: AgentLink | null; readonly ask: LinkAsk | null }>;
}

export interface OverviewOfAgent {
  readonly agentId: string;
  readonly name: string;
  /** Null while the feed has no state of this agent. */
  readonly presence: {
    readonly presence: SystemPresence;
    readonly presenceSince: number;
    readonly routingStatus: RoutingStatus;
    readonly routingSince: number;
    readonly available: boolean;
  } | null;
}

export interface OverviewFacts {
  readonly mode: 'automatic' | 'supervisor';
  readonly feed: { state: 'live' | 'stale'; ageMs: number; agentsWatched: number };
  readonly sessionsIndexed: number;
  readonly pausedAll: Pause | null;
  /** How many outreaches wait for a supervisor's word: a yes or no, or whether a message arrived. */
  readonly waiting: number;
  /** Today's numbers, of one agent when asked for one. */
  readonly today: Partial<Record<Outreach['state'], number>>;
  /** By whose clock it is today, an IANA name. */
  readonly timeZone: string;
}

export interface Overview {
  /** The zone somebody told, an IANA name; the organisation's where that is null or no zone at all. */
  zoneFor(told: string | null): Promise<string>;
  /** `timeZone`: of who asks, as Teams told it. */
  facts(agentId?: string, timeZone?: string | null): Promise<OverviewFacts>;
  /** The watched Genesys agent with this e-mail, if any. */
  agentByEmail(email: string): OverviewOfAgent | null;
  /** The watched Genesys agent with this user id, if any. */
  agent(agentId: string): OverviewOfAgent | null;
  /** Everybody watched. */
  agents(): readonly { readonly agentId: string; readonly name: string; readonly email: string | null }[];
}

/** What became of what was written. */
export interface History {
  /**
   * The latest outreaches, newest first, ten at most: of one agent or of all (null), to customers whose name contains the words (none:
   * to everybody). `older`: there are more.
   */
  latest(of: {
    agentId: string | null;
    words: string;
  }): Promise<{ readonly outreaches: readonly Outreach[]; readonly older: boolean }>;
}
