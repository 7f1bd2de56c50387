import type { Outreach, OutreachPatch, OutreachState } from '../../outreach/outreach.ts';

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
