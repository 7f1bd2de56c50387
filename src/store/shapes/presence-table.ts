import type { AgentPresence } from '../../presence/agent-presence.ts';

export interface PresenceTable {
  all(): Promise<AgentPresence[]>;
  /** Null: nothing is known of this agent. */
  of(agentId: string): Promise<AgentPresence | null>;
  put(states: readonly AgentPresence[]): Promise<void>;
}
