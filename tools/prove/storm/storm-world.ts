import { z } from 'zod';
import { waitFor } from '../../program/wait-for.ts';
import { type Passed, type PlatformProxy, startPlatformProxy } from '../between/platform-proxy.ts';
import { type FastWorld, startFastWorld } from '../fast/fast-world.ts';
import type { PreloadOrder } from '../preload/preload-order.ts';
import { openStoredOutreaches, type StoredOutreaches } from '../stored/stored-outreaches.ts';

/** A fast world with a limit on requests, every call of the program's to the platform noted. */
export interface StormWorld {
  readonly world: FastWorld;
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly calls: readonly Passed[];
  readonly outreaches: StoredOutreaches;
  /** They change presence, all in one request. */
  set(agentIds: readonly string[], presence: string): Promise<void>;
  /** Waits until the program has made hardly a call to the platform for a minute: it looks after itself now and then. */
  calm(deadlineMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** Calls a minute of a program that has nothing to do: looks at presence, at channels, at what became of messages. */
const mostUpkeep = 60;

const listed = z.object({
  orgs: z.array(z.object({ agents: z.array(z.object({ id: z.string(), name: z.string() })) })).min(1),
});

export async function startStormWorld(options: {
  times: number;
  seed: string;
  agents: number;
  conversations: number;
  perMinute: number;
  order: PreloadOrder;
}): Promise<StormWorld> {
  const calls: Passed[] = [];
  const proxies: PlatformProxy[] = [];
  const world = await startFastWorld({
    ...options,
    env: { OUTREACH_TEXT: 'Reachback: {agent}' },
    sandboxEnv: { SANDBOX_REQUESTS_PER_MINUTE: String(options.perMinute) },
    async between(sandboxUrl) {
      const made = await startPlatformProxy(sandboxUrl, { passed: (call) => void calls.push(call) });
      proxies.push(made);
      return made.url;
    },
  });
  const base = `${world.sandbox.baseUrl}/sandbox/v1`;
  const state = listed.parse(await (await fetch(`${base}/state?limit=${options.agents}`)).json());
  const outreaches = openStoredOutreaches(world.dataDir);
  return {
    world,
    agents: state.orgs[0]?.agents ?? [],
    calls,
    outreaches,
    async set(agentIds, presence) {
      const answer = await fetch(`${base}/agents/presences`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(agentIds.map((id) => ({ id, presence }))),
      });
      if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
    },
    async calm(deadlineMs) {
      const { clock } = world;
      const upkeepOnly = () => {
        const since = performance.now() - clock.real(60_000);
        const latest = calls.slice(-mostUpkeep);
        return latest.length < mostUpkeep || (latest[0]?.askedAt ?? 0) < since;
      };
      await waitFor(upkeepOnly, { what: 'the program to be calm', deadlineMs: clock.real(deadlineMs) });
    },
    async stop() {
      outreaches.close();
      await world.stop();
      for (const proxy of proxies) await proxy.close();
    },
  };
}
