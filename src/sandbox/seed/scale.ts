/** How many there are in all, the written people and visits among them; fewer than those are never made. */
export interface Scale {
  readonly agents: number;
  readonly conversations: number;
}

/** What is not told stays as it is. */
export type WantedScale = { readonly [Key in keyof Scale]?: number | undefined };

/** Whole numbers up to these make a world that fits into memory. */
export const mostAgents = 50_000;
export const mostConversations = 500_000;
