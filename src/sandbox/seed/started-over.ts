import type { World } from '../world.ts';

/**
 * The fresh world, put in place of the one before at `now` (epoch ms): who was on the platform sees an agent change
 * just now, for a time before the change it undoes would rightly be dropped as old news. Agents who are as they were
 * keep their times.
 */
export function startedOver(before: World, fresh: World, now: number): World {
  const known = new Map([...before.orgs.values()].flatMap(({ agents }) => [...agents]));
  for (const { agents } of fresh.orgs.values()) {
    for (const agent of agents.values()) {
      const old = known.get(agent.id);
      if (old === undefined) continue;
      agent.presenceSince = old.presence === agent.presence ? old.presenceSince : now;
      agent.routingSince = old.routingStatus === agent.routingStatus ? old.routingSince : now;
    }
  }
  return fresh;
}
