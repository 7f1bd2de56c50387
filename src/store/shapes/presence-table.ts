import type { AgentPresence } from '../../presence/agent-presence.ts';

export interface PresenceTable {
  all(): Promise<AgentPresence[]>;
  put(states: readonly AgentPresence[]): Promise<void>;
}
