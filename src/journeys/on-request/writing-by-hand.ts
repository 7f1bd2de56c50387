import type { Outreach } from '../../outreach/outreach.ts';
import type { RankGround } from '../../outreach/rank-sessions.ts';
import type { HeldReason } from '../../policy/held-reason.ts';
import type { SessionEnd } from '../../sessions/session.ts';

/** A customer of the last 24 hours by their latest session, as known locally. Times are epoch milliseconds. */
export interface CustomerHere {
  readonly conversationId: string;
  readonly customerName: string | null;
  readonly queueName: string | null;
  readonly lastActivityAt: number;
  /** When the customer left; null while still connected. */
  readonly endedAt: number | null;
  /** What ended it; null: it has not ended, or that was not told. */
  readonly endedBy: SessionEnd | null;
}

/** A customer whom an agent may write to now. */
export interface Candidate extends CustomerHere {
  /** What decided the place in the list. */
  readonly rank: RankGround;
  /** The configured wording with the names filled in, to be edited. */
  readonly draft: string;
}

interface CandidateList {
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
   * All customers of the last 24 hours whose name contains these words (case and accents do not matter), latest first; without
   * words all there are. `agentId` null: judged as if any agent asked. No platform call.
   */
  search(agentId: string | null, words: string): Promise<readonly CustomerFound[]>;
  /**
   * Puts the message into the ledger, approved or before a supervisor; the same event gives the same outreach, and with other words `outreach.other-words-first`. Throws `outreach.*` when it must
   * not be, with the held-back reason as `rule` and from or till when it could leave as `from` or `until`, and what the platform or the
   * store throws.
   */
  request(request: ByHandRequest): Promise<Outreach>;
}
