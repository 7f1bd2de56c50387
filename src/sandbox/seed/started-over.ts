import type { Agent } from '../world/agent.ts';
import type { OAuthClient } from '../world/oauth-client.ts';
import type { World } from '../world/world.ts';

/** What a fresh world is to know of the one before: its agents by id, and by organisation the clients users sign in through. */
export interface WorldBefore {
  readonly agents: ReadonlyMap<string, Agent>;
  readonly signInClients: ReadonlyMap<string, readonly OAuthClient[]>;
}

/**
 * The fresh world, with the agents of the one before in mind, at `now` (epoch ms): who was on the platform sees an agent
 * change just now, for a time before the change it undoes would rightly be dropped as old news. Agents who are as they
 * were keep their times. A client users sign in through is no seed's: whoever set it up goes on using it.
 */
export function startedOver({ agents: known, signInClients }: WorldBefore, fresh: World, now: number): World {
  for (const { id, agents, clients } of fresh.orgs.values()) {
    for (const client of signInClients.get(id) ?? []) clients.set(client.id, client);
    for (const agent of agents.values()) {
      const old = known.get(agent.id);
      if (old === undefined) continue;
      agent.presenceSince = old.presence === agent.presence ? old.presenceSince : now;
      agent.routingSince = old.routingStatus === agent.routingStatus ? old.routingSince : now;
    }
  }
  return fresh;
}
