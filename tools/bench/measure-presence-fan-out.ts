import { z } from 'zod';
import { startChild } from '../program/start-child.ts';
import { compareFrames, type Fanned } from './fan-out/compare-frames.ts';
import { createDriver } from './fan-out/create-driver.ts';
import { startListener } from './fan-out/listen.ts';
import { processorSeconds } from './fan-out/processor-seconds.ts';
import { type SubscribedChannel, subscribeAgents } from './fan-out/subscribe-agents.ts';

const agents = 10_000;
const topicsPerChannel = 1_000;

export interface FanOutSamples {
  readonly paced: Fanned;
  /** Of one processor, while paced; null where it cannot be read. */
  readonly processorShare: number | null;
  /** When each request follows the answer to the one before. */
  readonly unpaced: Fanned;
}

/**
 * Presence changes of 10,000 agents beside 200,000 conversations, so many a second, out to ten sockets with a thousand
 * agents each: by the sandbox, then by a bare relay.
 */
export async function measurePresenceFanOut(
  perSecond: number,
  seconds: number,
): Promise<{ readonly sandbox: FanOutSamples; readonly relay: FanOutSamples }> {
  const sandbox = await startChild(
    new URL('../../src/sandbox/index.ts', import.meta.url),
    z.object({ baseUrl: z.string() }),
    {
      env: {
        SANDBOX_PORT: '0',
        SANDBOX_AGENTS: String(agents),
        SANDBOX_CONVERSATIONS: '200000',
        SANDBOX_REQUESTS_PER_MINUTE: '0',
        SANDBOX_PACE: 'quick',
        BOT_ENDPOINT: 'http://127.0.0.1:9/',
      },
    },
  );
  const { baseUrl } = sandbox.told;
  const channels = await subscribeAgents(baseUrl, topicsPerChannel);
  const ours = await measureSide(channels, {
    url: `${baseUrl}/sandbox/v1/agents/presences`,
    uris: channels.map(({ connectUri }) => connectUri),
    pid: sandbox.child.pid,
    perSecond,
    seconds,
  });
  await sandbox.stop();

  const relay = await startChild(
    new URL('./fan-out/relay.ts', import.meta.url),
    z.object({ port: z.number() }),
    { input: channels.map(({ agentIds }) => agentIds) },
  );
  const host = `127.0.0.1:${relay.told.port}`;
  const bare = await measureSide(channels, {
    url: `http://${host}/`,
    uris: channels.map((_, index) => `ws://${host}/${index}`),
    pid: relay.child.pid,
    perSecond,
    seconds,
  });
  await relay.stop();
  return { sandbox: ours, relay: bare };
}

interface Side {
  readonly url: string;
  readonly uris: readonly string[];
  readonly pid: number | undefined;
  readonly perSecond: number;
  readonly seconds: number;
}

async function measureSide(
  channels: readonly SubscribedChannel[],
  { url, uris, pid, perSecond, seconds }: Side,
): Promise<FanOutSamples> {
  const agentIds = channels.flatMap((channel) => channel.agentIds);
  const { drive } = createDriver(url, agentIds);
  const listener = await startListener(uris);
  // Warms up, and makes everybody Available: from here on each change is one presence frame.
  await drive(agentIds.length);
  await listener.take(agentIds.length);

  const before = await processorSeconds(pid);
  const driven = await drive(perSecond * seconds, perSecond);
  const after = await processorSeconds(pid);
  const paced = compareFrames(driven, await listener.take(perSecond * seconds));
  const used = before === undefined || after === undefined ? null : after - before;
  const unpacedChanges = 4 * agentIds.length;
  const unpaced = compareFrames(await drive(unpacedChanges), await listener.take(unpacedChanges));
  await listener.stop();
  const processorShare = used === null ? null : used / ((driven.endedAt - driven.startedAt) / 1000);
  return { paced, processorShare, unpaced };
}
