import type { Session } from '../sessions/session.ts';

export interface RankingAgent {
  readonly id: string;
  readonly queueIds: readonly string[];
}

/**
 * Who to write to first: customers this agent served last, then customers of the agent's queues, then the others;
 * among equals those who left without ever reaching an agent, then the most recent. Gives a new array.
 */
export function rankSessions(sessions: readonly Session[], agent: RankingAgent): Session[] {
  const closeness = (session: Session): number => {
    if (session.lastAgentId === agent.id) return 0;
    return session.queueId !== null && agent.queueIds.includes(session.queueId) ? 1 : 2;
  };
  return sessions.toSorted(
    (one, other) =>
      closeness(one) - closeness(other) ||
      Number(other.abandoned) - Number(one.abandoned) ||
      other.lastActivityAt - one.lastActivityAt ||
      one.conversationId.localeCompare(other.conversationId),
  );
}
