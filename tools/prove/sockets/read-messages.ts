import type { ToldOf } from './judge-messages.ts';
import type { SocketGround } from './socket-ground.ts';

/** Gives all messages customers got so far, by the agent they name; what was read is kept. */
export function readMessages({ world, agentsOf, script }: SocketGround): () => Promise<ToldOf[]> {
  const agentNamed = new Map(agentsOf.flat().map((id) => [`Reachback: ${script.nameOf(id)}`, id]));
  const told: ToldOf[] = [];
  let after = 0;
  return async () => {
    for (const entry of await world.sandbox.record(after)) {
      after = entry.seq;
      if (entry.kind !== 'customer' || !(entry.event === 'shown' || entry.event === 'waiting')) continue;
      const agentId = agentNamed.get(entry.message.text);
      if (agentId !== undefined) told.push({ agentId, at: Date.parse(entry.at) });
    }
    return told;
  };
}
