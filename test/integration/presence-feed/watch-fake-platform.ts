import { systemClock } from '../../../src/clock.ts';
import type { ChannelTimings } from '../../../src/genesys/channel-timings.ts';
import { createNotificationFeed, type NotificationFeed } from '../../../src/genesys/notification-feed.ts';
import type { AgentPresence } from '../../../src/presence/agent-presence.ts';
import type { BecameAvailable } from '../../../src/presence/presence-change.ts';
import { createPresenceFeed, type PresenceFeed } from '../../../src/presence/presence-feed.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type FakePlatform, startFakePlatform } from '../../support/fake-platform.ts';
import { memoryPresenceTable } from '../../support/memory-presence-table.ts';
import { platformClient, shortTimings } from '../../support/platform-client.ts';
import { recordingLog } from '../../support/silent-log.ts';

export interface Watched {
  readonly platform: FakePlatform;
  readonly feed: PresenceFeed;
  readonly notifications: NotificationFeed;
  readonly presences: ReturnType<typeof memoryPresenceTable>;
  readonly events: BecameAvailable[];
  readonly lines: string[];
  /** How often a channel was connected. */
  connections(): number;
  /** Waits until the feed is live again. */
  live(): Promise<void>;
  close(): Promise<void>;
}

export const agentOf = (n: number) => `agent-${n}`;

/** A presence feed over real sockets on a fake platform whose agents are busy since an hour; not yet connected. */
export async function watchFakePlatform({
  agents = 3,
  timings = {},
  stored = [],
}: {
  agents?: number;
  timings?: Partial<ChannelTimings>;
  stored?: readonly AgentPresence[];
} = {}): Promise<Watched> {
  const platform = await startFakePlatform();
  const hourAgo = Date.now() - 3_600_000;
  const ids = Array.from({ length: agents }, (_, n) => agentOf(n));
  for (const id of ids)
    platform.users.set(id, {
      presence: 'Busy',
      presenceSince: hourAgo,
      routing: 'OFF_QUEUE',
      routingSince: hourAgo,
    });
  const { log, lines } = recordingLog();
  const client = platformClient(platform.url, { log });
  const notifications = createNotificationFeed({
    call: client.call,
    clock: systemClock,
    log,
    timings: { ...shortTimings, ...timings },
  });
  const presences = memoryPresenceTable(stored);
  const events: BecameAvailable[] = [];
  const feed = createPresenceFeed({
    call: client.call,
    notifications,
    agents: ids.map((id) => ({ id, name: id, email: null })),
    presences,
    clock: systemClock,
    platformNow: client.platformNow,
    log,
    onAvailable: (event) => void events.push(event),
    onRead: () => {},
    timings: { retryMs: 20, lookMs: 86_400_000 },
  });
  await feed.start();
  let connections = 0;
  notifications.listen({
    onEvent: () => {},
    onGap: () => {
      connections += 1;
    },
  });
  return {
    platform,
    feed,
    notifications,
    presences,
    events,
    lines,
    connections: () => connections,
    async live() {
      await waitFor(() => feed.status().state === 'live', { what: 'a live feed' });
    },
    async close() {
      notifications.stop();
      await feed.stop();
      client.close();
      await platform.close();
    },
  };
}
