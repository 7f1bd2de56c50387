import type { FastWorld } from '../fast/fast-world.ts';

/** When an agent was available by the platform, in epoch milliseconds of the fast time; `to` is null while that lasts. */
export interface Stay {
  readonly from: number;
  to: number | null;
}

/** What agents do, and what they were. */
export interface AgentScript {
  set(agentId: string, presence: string): Promise<void>;
  /** Each agent's, oldest first. */
  readonly stays: ReadonlyMap<string, readonly Stay[]>;
  nameOf(agentId: string): string;
  /** As last set. */
  presenceOf(agentId: string): string | undefined;
}

export function createAgentScript(
  { sandbox, clock }: FastWorld,
  names: ReadonlyMap<string, string>,
): AgentScript {
  const stays = new Map<string, Stay[]>();
  const now = new Map<string, string>();
  return {
    stays,
    async set(agentId, presence) {
      const before = clock.now();
      await sandbox.setPresence(agentId, presence);
      const known = stays.get(agentId) ?? [];
      stays.set(agentId, known);
      const last = known.at(-1);
      if (presence === 'Available') known.push({ from: before, to: null });
      else if (last !== undefined && last.to === null) last.to = clock.now();
      now.set(agentId, presence);
    },
    nameOf: (agentId) => names.get(agentId) ?? '',
    presenceOf: (agentId) => now.get(agentId),
  };
}
