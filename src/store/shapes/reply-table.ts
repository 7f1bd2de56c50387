import type { PostedCard } from './posted-card.ts';

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
export interface ReplyCardRow extends PostedCard {
  readonly outreachId: string;
  /** The versions of the outreach and of its replies, added up. */
  readonly shownVersion: number;
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
  /**
   * Puts off the next try of it until then (epoch milliseconds) and writes its row where there is none: false where somebody wrote it
   * since it was read as `row`.
   */
  claimCard(row: ReplyCardRow, until: number): Promise<boolean>;
  /** Ids of the outreaches whose customer replied, changed since then, that have no card of it or one behind; latest change first. */
  outreachesBehind(changedSince: number, limit: number): Promise<string[]>;
  /** Ids of this agent's outreaches changed since then that have such a card. */
  shownOf(agentId: string, changedSince: number): Promise<string[]>;
}
