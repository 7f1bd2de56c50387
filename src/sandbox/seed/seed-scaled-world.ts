import type { World } from '../world/world.ts';
import { growWorld } from './large/grow-world.ts';
import type { WantedScale } from './scale.ts';
import { seedWorld } from './seed-world.ts';

/** The written world, grown where the scale asks for more than is written. `now` in epoch milliseconds. */
export function seedScaledWorld(
  seed: string,
  now: number,
  botEndpoint: string,
  scale: WantedScale | undefined,
): World {
  const world = seedWorld(seed, now, botEndpoint);
  const [org] = world.orgs.values();
  const written = { agents: org?.agents.size ?? 0, conversations: org?.conversations.size ?? 0 };
  const { agents = written.agents, conversations = written.conversations } = scale ?? {};
  const grows = agents > written.agents || conversations > written.conversations;
  return grows ? growWorld(world, { agents, conversations }) : world;
}
