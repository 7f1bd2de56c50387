import type { Outreach } from '../outreach/outreach.ts';
import type { RankGround } from '../outreach/rank-sessions.ts';
import type { HeldReason } from '../policy/held-reason.ts';

/** What an agent or supervisor may ask of the product from Teams; made in the composition root. */
export interface Journeys {
  readonly decisions: Decisions;
  readonly followUps: FollowUps;
  readonly pauses: Pauses;
  readonly overview: Overview;
}

/** Yes or no to a proposal; taking back what has not left; and whether a message whose answer was lost is there. */
export type Verdict = 'approve' | 'decline' | 'cancel' | 'arrived' | 'did-not-arrive';

export interface Decisions {
  /**
   * First decision wins in the ledger; gives the outreach as it stands afterwards, whoever decided. The caller has checked
   * that `by` may decide. Throws `outreach.not-found`.
   */
  decide(decision: { outreachId: string; verdict: Verdict; by: string }): Promise<Outreach>;
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

export interface Pauses {
  pause(scope: PauseScope, by: string): Promise<void>;
  /** True when there was a pause to end. */
  resume(scope: PauseScope, by: string): Promise<boolean>;
  get(scope: PauseScope): Promise<{ by: string; since: number } | null>;
  /** Whether anything holds this agent's outreach: a pause of all or of this agent. */
  holds(agentId: string): Promise<boolean>;
}

export interface OverviewOfAgent {
  readonly agentId: string;
  readonly name: string;
  /** Null while the feed has no state of this agent. */
  readonly presence: { presence: string; routingStatus: string; available: boolean } | null;
}

export interface OverviewFacts {
  readonly mode: 'automatic' | 'supervisor';
  readonly feed: { state: 'live' | 'stale'; ageMs: number; agentsWatched: number };
  readonly sessionsIndexed: number;
  readonly pausedAll: { by: string; since: number } | null;
  /** Today's numbers (UTC day), of one agent when asked for one. */
  readonly today: Partial<Record<Outreach['state'], number>>;
}

export interface Overview {
  facts(agentId?: string): Promise<OverviewFacts>;
  /** The watched Genesys agent with this e-mail, if any. */
  agentByEmail(email: string): OverviewOfAgent | null;
}

/** A customer of the last 24 hours by their latest session, as known locally. Times are epoch milliseconds. */
export interface CustomerHere {
  readonly conversationId: string;
  readonly customerName: string | null;
  readonly queueName: string | null;
  readonly lastActivityAt: number;
  /** When the customer left; null while still connected. */
  readonly endedAt: number | null;
}

/** A customer whom an agent may write to now. */
export interface Candidate extends CustomerHere {
  /** What decided the place in the list. */
  readonly rank: RankGround;
  /** The configured wording with the names filled in, to be edited. */
  readonly draft: string;
}

export interface CandidateList {
  /** The list's own id: with agent and conversation it tells one press from another. */
  readonly id: string;
  /** When it was made, epoch milliseconds. */
  readonly at: number;
  /** Outreach is paused, for all or for this agent: then nobody is listed. */
  readonly paused: boolean;
  /** It is quiet hours by the organisation's clock; a customer's own clock may say otherwise. */
  readonly quietHours: boolean;
  /** Best first, at most five. */
  readonly best: readonly Candidate[];
  /** How many more may be written to. */
  readonly more: number;
  /** How many customers are left alone, by the one reason of each. */
  readonly leftAlone: Readonly<Partial<Record<HeldReason, number>>>;
}

/** A customer found by name. */
export interface CustomerFound extends CustomerHere {
  /** Why the agent may not write to them now; null: may. */
  readonly leftAlone: HeldReason | null;
  /** As in `Candidate`; null when no agent was named. */
  readonly draft: string | null;
}

/** An agent wants to write to a customer now. */
export interface ByHandRequest {
  /** The Genesys user id of the agent in whose name it is. */
  readonly agentId: string;
  /** As told by a client, so not trusted: it must be that of a candidate of this agent at this moment. */
  readonly conversationId: string;
  readonly text: string;
  /** The name of who asks. */
  readonly by: string;
  /** Who asks is a supervisor: nobody else needs to say yes. */
  readonly mayApprove: boolean;
  /** The press it comes from; counts once. */
  readonly eventId: string;
}

/** What an agent reaches by hand. */
export interface ByHand {
  /** No platform call. Throws `teams.person-unknown` for an agent who is not watched (any more). */
  candidates(agentId: string): Promise<CandidateList>;
  /**
   * The customers of the last 24 hours whose name contains all these words (case and accents do not matter), latest first; without
   * words the latest of all. `agentId` null: judged as if any agent asked. No platform call.
   */
  search(agentId: string | null, words: string): Promise<readonly CustomerFound[]>;
  /**
   * Puts the message into the ledger, approved or before a supervisor; the same event gives the same outreach. Throws `outreach.*` when it must
   * not be, with the held-back reason as `reason` and from or till when it could leave as `from` or `until`, and what the platform or the
   * store throws.
   */
  request(request: ByHandRequest): Promise<Outreach>;
}
