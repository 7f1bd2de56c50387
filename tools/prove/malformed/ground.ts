import { z } from 'zod';
import {
  type Passing,
  type PlatformProxy,
  type Spoil,
  type Spoiled,
  startPlatformProxy,
} from '../between/platform-proxy.ts';
import { type Chance, createChance } from '../chance.ts';
import { type FastWorld, startFastWorld } from '../fast/fast-world.ts';
import type { PreloadOrder } from '../preload/preload-order.ts';
import { createFrameBridge, type FrameBridge } from './frame-bridge.ts';

/** A fast world with a hand in everything the platform says to the program. */
export interface Ground {
  readonly world: FastWorld;
  readonly proxy: PlatformProxy;
  readonly bridge: FrameBridge;
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly customerIds: readonly string[];
  readonly chats: readonly { readonly id: string; readonly userId: string }[];
  /** What was spoilt of the platform's answers, oldest first. */
  readonly spoilt: readonly SpoiltAnswer[];
  /** Of one input of an edge. */
  chance(edge: string, number: number): Chance;
  /** From now on the platform's answers pass through this; undefined: as they are. */
  spoilAnswers(spoil: Spoil | undefined): void;
  stop(): Promise<void>;
}

/** An answer of the platform as it was, and as the program got it. */
export interface SpoiltAnswer {
  /** By the fast clock, epoch milliseconds. */
  readonly at: number;
  readonly was: Passing;
  readonly became: Spoiled;
}

const times = 40;
const listed = z.object({
  orgs: z
    .array(
      z.object({
        agents: z.array(z.object({ id: z.string(), name: z.string() })),
        customers: z.array(z.object({ id: z.string() })),
      }),
    )
    .min(1),
  teams: z.object({
    conversations: z.array(z.object({ id: z.string(), kind: z.string(), userId: z.string().optional() })),
  }),
});

export async function startGround(seed: string, order: PreloadOrder): Promise<Ground> {
  let spoil: Spoil | undefined;
  const proxies: PlatformProxy[] = [];
  const bridges: FrameBridge[] = [];
  const spoilt: SpoiltAnswer[] = [];
  const world = await startFastWorld({
    times,
    seed,
    agents: 60,
    conversations: 900,
    order,
    env: { OUTREACH_TEXT: 'Reachback: {agent}' },
    sandboxEnv: { SANDBOX_REQUESTS_PER_MINUTE: '0' },
    async between(sandboxUrl) {
      const bridge = createFrameBridge(sandboxUrl);
      bridges.push(bridge);
      const made = await startPlatformProxy(sandboxUrl, {
        spoil(was) {
          const became = spoil?.(was);
          if (became !== undefined) spoilt.push({ at: world.clock.now(), was, became });
          return became;
        },
        takeSocket: bridge.take,
      });
      proxies.push(made);
      return made.url;
    },
  });
  const [proxy] = proxies;
  const [bridge] = bridges;
  const state = listed.parse(await (await fetch(`${world.sandbox.baseUrl}/sandbox/v1/state`)).json());
  const [org] = state.orgs;
  if (proxy === undefined || bridge === undefined || org === undefined)
    throw new Error('nothing stands between');
  return {
    world,
    proxy,
    bridge,
    agents: org.agents,
    customerIds: org.customers.map(({ id }) => id),
    chats: state.teams.conversations.flatMap(({ id, userId }) =>
      userId === undefined ? [] : [{ id, userId }],
    ),
    spoilt,
    chance: (edge, number) => createChance(`${seed}/${edge}/${number}`),
    spoilAnswers(next) {
      spoil = next;
    },
    async stop() {
      await world.stop();
      bridge.close();
      await proxy.close();
    },
  };
}
