import type { Session } from '../sessions/session.ts';

export interface RankingAgent {
  readonly id: string;
  readonly queueIds: readonly string[];
}

/** What brings a customer near an agent, nearest first: this agent served them last, they came by a queue of the agent's, neither. */
const nearness = ['served-by-agent', 'queue-of-agent', 'neither'] as const;

/** All that decides who is written to first; also how it is explained. */
export interface RankGround {
  readonly near: (typeof nearness)[number];
  /** The customer reached a queue and no agent ever connected. */
  readonly abandoned: boolean;
  /** Epoch milliseconds. */
  readonly lastActivityAt: number;
}

/** By what a session is ranked for an agent. */
export function rankGround(
  { lastAgentId, queueId, abandoned, lastActivityAt }: Session,
  agent: RankingAgent,
): RankGround {
  const ofQueue = queueId !== null && agent.queueIds.includes(queueId) ? 'queue-of-agent' : 'neither';
  return { near: lastAgentId === agent.id ? 'served-by-agent' : ofQueue, abandoned, lastActivityAt };
}

/**
 * Who to write to first: customers this agent served last, then customers of the agent's queues, then the others;
 * among equals those who left without ever reaching an agent, then the most recent. Gives a new array.
 */
export function rankSessions(sessions: readonly Session[], agent: RankingAgent): Session[] {
  return sessions
    .map((session) => ({ session, ground: rankGround(session, agent) }))
    .sort(
      (one, other) =>
        compare(one.ground, other.ground) ||
        one.session.conversationId.localeCompare(other.session.conversationId),
    )
    .map(({ session }) => session);
}

function compare(one: RankGround, other: RankGround): number {
  return (
    nearness.indexOf(one.near) - nearness.indexOf(other.near) ||
    Number(other.abandoned) - Number(one.abandoned) ||
    other.lastActivityAt - one.lastActivityAt
  );
}
