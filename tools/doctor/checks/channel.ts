import type { Clock } from '../../../src/clock.ts';
import { recognise } from '../../../src/errors/refusals/recognise.ts';
import { openChannelSocket } from '../../../src/genesys/channel-socket.ts';
import { clearSubscriptions } from '../../../src/genesys/endpoints/clear-subscriptions.ts';
import { countChannels } from '../../../src/genesys/endpoints/count-channels.ts';
import { createChannel } from '../../../src/genesys/endpoints/create-channel.ts';
import { putSubscriptions, type RejectedTopic } from '../../../src/genesys/endpoints/put-subscriptions.ts';
import type { PlatformCall } from '../../../src/genesys/platform-call.ts';
import { SocketFault } from '../../../src/genesys/socket-fault.ts';
import { coded, type Finding, failed, good, warning } from '../finding.ts';
import { region } from './region.ts';
import { topics } from './topics.ts';

/** One channel more than these would silently end one that is in use. */
const mostChannels = 20;
const topicsPerChannel = 1_000;

/**
 * The notifications, on a channel for the occasion: whether its socket opens, which region it is of, which topics are granted. Its topics are
 * taken off again; the channel itself cannot be deleted and is dropped by the platform after a day.
 */
export async function channel(parts: {
  call: PlatformCall;
  clock: Clock;
  apiUrl: string;
  topics: readonly string[];
  /** Permissions already found missing. */
  knownMissing: readonly string[];
}): Promise<Finding[]> {
  const { call, clock, apiUrl, knownMissing } = parts;
  const asked = parts.topics.slice(0, topicsPerChannel);
  if ((await countChannels(call)) >= mostChannels) {
    return [
      warning(
        'topics',
        `The OAuth client has ${mostChannels} notification channels: one more would end one in use, so topics were not tried.`,
        'Give Reachback an OAuth client of its own, or wait a day: unused channels end by themselves.',
      ),
    ];
  }
  const made = await createChannel(call);
  const [opened, granted] = await Promise.all([
    open(made.connectUri, clock),
    trySubscriptions(call, made.id, asked).then(
      (rejected) => topics(asked, rejected, knownMissing),
      (cause: unknown) => [failed('topics', 'problem', cause, 'genesys.no-answer')],
    ),
  ]);
  return [region(apiUrl, made.connectUri), opened, ...granted];
}

async function trySubscriptions(
  call: PlatformCall,
  channelId: string,
  asked: readonly string[],
): Promise<RejectedTopic[]> {
  try {
    return await putSubscriptions(call, channelId, asked);
  } finally {
    await clearSubscriptions(call, channelId);
  }
}

async function open(uri: string, clock: Clock): Promise<Finding> {
  // Only the host is ever shown: the rest of the address is the channel's secret.
  const { host } = new URL(uri);
  try {
    const timings = { quietMs: 60_000, pongMs: 10_000, handshakeMs: 3_000 };
    const socket = await openChannelSocket({ uri, clock, timings, onText() {}, onDown() {} });
    socket.close();
    return good('streaming', `The notification socket at ${host} opens.`);
  } catch (fault) {
    if (!(fault instanceof SocketFault)) throw fault;
    const says = [fault.message];
    const known = recognise({ by: 'genesys-socket', says }) ?? recognise({ by: 'genesys-network', says });
    const code = known?.code ?? 'genesys.feed-stale';
    return coded('streaming', 'problem', code, { host, reason: fault.message });
  }
}
