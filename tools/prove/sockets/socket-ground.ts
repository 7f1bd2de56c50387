import { z } from 'zod';
import { waitFor } from '../../program/wait-for.ts';
import { type PlatformProxy, startPlatformProxy } from '../between/platform-proxy.ts';
import { type FastWorld, startFastWorld } from '../fast/fast-world.ts';
import type { PreloadOrder } from '../preload/preload-order.ts';
import { openStoredPresences, type StoredPresences } from '../stored/stored-presences.ts';
import { type AgentScript, createAgentScript } from './agent-script.ts';

/** A fast world with more agents than one channel takes, their notification sockets led through a proxy. */
export interface SocketGround {
  readonly world: FastWorld;
  readonly proxy: PlatformProxy;
  readonly script: AgentScript;
  /** By channel, in the order the program filled them. */
  readonly agentsOf: readonly (readonly string[])[];
  /** What the program holds true. */
  readonly stored: StoredPresences;
  /** Agents whose presence in the program's store is not the platform's. */
  differences(): Promise<string[]>;
  stop(): Promise<void>;
}

const agents = 1_100;
const conversations = 2_500;
const listed = z.object({
  orgs: z
    .array(
      z.object({ agents: z.array(z.object({ id: z.string(), name: z.string(), presence: z.string() })) }),
    )
    .min(1),
});

export async function startSocketGround(options: {
  times: number;
  seed: string;
  order?: PreloadOrder;
}): Promise<SocketGround> {
  const proxies: PlatformProxy[] = [];
  const world = await startFastWorld({
    ...options,
    agents,
    conversations,
    env: { OUTREACH_TEXT: 'Reachback: {agent}' },
    async between(sandboxUrl) {
      const made = await startPlatformProxy(sandboxUrl);
      proxies.push(made);
      return made.url;
    },
  });
  const [proxy] = proxies;
  if (proxy === undefined) throw new Error('nothing stands between');
  const platformAgents = async () => {
    const url = `${world.sandbox.baseUrl}/sandbox/v1/state?limit=${agents}`;
    return listed.parse(await (await fetch(url)).json()).orgs[0]?.agents ?? [];
  };
  const all = await platformAgents();
  await allBusy(
    world,
    all.map(({ id }) => id),
  );
  const shards = new Map<string, readonly string[]>();
  for (const { channelId, topics } of proxy.subscribings) {
    const watched = all.filter(({ id }) => topics.includes(`v2.users.${id}`)).map(({ id }) => id);
    if (watched.length > 0) shards.set(channelId, watched);
  }
  const stored = openStoredPresences(world.dataDir);
  const differences = async () => {
    const held = stored.read();
    const bare = (presence: string | undefined) => presence?.replaceAll(/[ -]/g, '').toLowerCase();
    return (await platformAgents())
      .filter(({ id, presence }) => bare(held.get(id)) !== bare(presence))
      .map(({ id, presence }) => `${id} is ${presence}, held to be ${held.get(id)}`);
  };
  await waitFor(async () => (await differences()).length === 0, { what: 'everybody to be known busy' });
  return {
    world,
    proxy,
    script: createAgentScript(world, new Map(all.map(({ id, name }) => [id, name]))),
    agentsOf: [...shards.values()],
    stored,
    differences,
    async stop() {
      stored.close();
      await world.stop();
      await proxy.close();
    },
  };
}

/** From where every change to available is one. */
async function allBusy({ sandbox }: FastWorld, ids: readonly string[]): Promise<void> {
  const answer = await fetch(`${sandbox.baseUrl}/sandbox/v1/agents/presences`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ids.map((id) => ({ id, presence: 'Busy' }))),
  });
  if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
}
