import type { CustomerIds, Session } from '../../sessions/session.ts';

export interface SessionTable {
  upsert(sessions: readonly Session[]): Promise<void>;
  get(conversationId: string): Promise<Session | null>;
  /** Sessions whose customer was active since then, latest first. The hot path's one query. */
  activeSince(since: number, limit: number): Promise<Session[]>;
  /** The same of those sessions that have ended. */
  endedSince(since: number, limit: number): Promise<Session[]>;
  /** This customer's latest session, by contact or by browser, not one of another contact; null when none is known any more. */
  latestOf(customer: CustomerIds): Promise<Session | null>;
  /** Conversations of this customer other than that one, active since then, latest first. */
  othersOf(
    customer: CustomerIds & { readonly conversationId: string },
    since: number,
    limit: number,
  ): Promise<string[]>;
  /** Every key this customer is known by: their own, and those of the sessions kept of the same contact. */
  knownAs(customer: CustomerIds): Promise<string[]>;
  /** The queues this channel's sessions are known to have been routed to. */
  queuesOf(channelId: string): Promise<string[]>;
  /** Is this customer connected in any other conversation, by contact or by browser? */
  connectedElsewhere(customer: CustomerIds & { readonly conversationId: string }): Promise<boolean>;
  /** Forgets sessions not active since then; how many went. A "stop" of one name of theirs is first kept for the other. */
  prune(before: number): Promise<number>;
  count(): Promise<number>;
}
