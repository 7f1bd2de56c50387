import type { Org } from './org.ts';

/** The ids of the queues an agent is a member of. */
export type QueueMembership = (org: Org, agentId: string) => readonly string[];

/** Looks through an organisation's queues once: their members are settled when it is seeded. */
export function createQueueMembership(): QueueMembership {
  const known = new WeakMap<Org, ReadonlyMap<string, readonly string[]>>();
  return (org, agentId) => {
    let byAgent = known.get(org);
    if (byAgent === undefined) {
      byAgent = queueIdsByAgent(org);
      known.set(org, byAgent);
    }
    return byAgent.get(agentId) ?? [];
  };
}

function queueIdsByAgent({ queues }: Org): ReadonlyMap<string, readonly string[]> {
  const byAgent = new Map<string, string[]>();
  for (const { id, memberIds } of queues.values()) {
    for (const agentId of memberIds) {
      const ids = byAgent.get(agentId);
      if (ids === undefined) byAgent.set(agentId, [id]);
      else ids.push(id);
    }
  }
  return byAgent;
}
