/** How many there are in all, the written people and visits among them; fewer than those are never made. */
export interface Scale {
  readonly agents: number;
  readonly conversations: number;
}

/** Whole numbers up to these make a world that fits into memory. */
export const mostAgents = 50_000;
export const mostConversations = 500_000;
