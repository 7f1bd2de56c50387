import type { AgentPresence } from '../../src/presence/agent-presence.ts';
import type { PresenceTable } from '../../src/store/shapes/presence-table.ts';

/** The presence table in memory; `rows` is open to the test. */
export function memoryPresenceTable(
  stored: readonly AgentPresence[] = [],
): PresenceTable & { readonly rows: Map<string, AgentPresence> } {
  const rows = new Map(stored.map((state) => [state.agentId, state]));
  return {
    rows,
    all: async () => [...rows.values()],
    of: async (agentId) => rows.get(agentId) ?? null,
    put: async (states) => {
      for (const state of states) rows.set(state.agentId, state);
    },
  };
}
