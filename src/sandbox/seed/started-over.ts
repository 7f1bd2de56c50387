import type { Agent } from '../world/agent.ts';
import type { World } from '../world/world.ts';

/**
 * The fresh world, with the agents of the one before in mind, at `now` (epoch ms): who was on the platform sees an agent
 * change just now, for a time before the change it undoes would rightly be dropped as old news. Agents who are as they
 * were keep their times.
 */
export function startedOver(before: ReadonlyMap<string, Agent>, fresh: World, now: number): World {
  for (const { agents } of fresh.orgs.values()) {
    for (const agent of agents.values()) {
      const old = before.get(agent.id);
      if (old === undefined) continue;
      agent.presenceSince = old.presence === agent.presence ? old.presenceSince : now;
      agent.routingSince = old.routingStatus === agent.routingStatus ? old.routingSince : now;
    }
  }
  return fresh;
}
