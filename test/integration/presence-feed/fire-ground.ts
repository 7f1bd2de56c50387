import { deepEqual, equal } from 'node:assert/strict';
import { type Clock, systemClock } from '../../../src/clock.ts';
import type { ChannelTimings } from '../../../src/genesys/channel-timings.ts';
import { createNotificationFeed } from '../../../src/genesys/notification-feed.ts';
import { normalisePresence } from '../../../src/presence/normalise-presence.ts';
import { createPresenceFeed, type PresenceFeed } from '../../../src/presence/presence-feed.ts';
import type { ReadingTimings } from '../../../src/presence/reading-schedule.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { botClient } from '../../support/bot-client.ts';
import { memoryPresenceTable } from '../../support/memory-presence-table.ts';
import { platformClient, shortTimings } from '../../support/platform-client.ts';
import { type FaultGround, startFaultGround } from '../../support/sandbox/fault-ground.ts';
import { recordingLog } from '../../support/silent-log.ts';

const never = 86_400_000;

/** The product's feed on the sandbox, to be put under fire and compared with what the platform has. */
export interface FireGround {
  readonly ground: FaultGround;
  readonly feed: PresenceFeed;
  readonly lines: string[];
  /** Agents in the order they are watched, all busy at first: the first 1,000 are on the first channel. */
  readonly ids: readonly string[];
  /** How often a channel connected, or had its topics put again. */
  gaps(): number;
  /** Sets a presence; who becomes free by it is an occasion to be told. */
  set(agentId: string, presence: string): Promise<void>;
  /** The agents asked for by readings since the last call of this. */
  agentsRead(): number;
  /** Waits until the feed is live, knows of every agent what the platform does, and has told each occasion. */
  agrees(what: string): Promise<void>;
  /** Nothing was told but the occasions there were, each once. */
  toldExactly(): void;
  close(): Promise<void>;
}

/** Timings a hundredth of the product's own. */
const hundredth: Partial<ChannelTimings> = {
  quietMs: 350,
  pongMs: 100,
  checkMs: 400,
  refreshMs: never,
  backOff: { baseMs: 5, maxMs: 100 },
};

export async function startFire({
  agents = 1_200,
  channel = {},
  reading = {},
  skewMs = 0,
}: {
  agents?: number;
  channel?: Partial<ChannelTimings>;
  reading?: Partial<ReadingTimings>;
  /** How far our clock is ahead of the platform's. */
  skewMs?: number;
} = {}): Promise<FireGround> {
  const ground = await startFaultGround({
    ...(agents > 12 && { scale: { agents } }),
    settings: { heartbeatMs: 30, requestsPerMinute: 0 },
  });
  const people = [...ground.org.agents.values()];
  for (const agent of people) {
    agent.presence = 'Busy';
    agent.routingStatus = 'OFF_QUEUE';
  }
  const clock: Clock = { now: () => Date.now() + skewMs, after: systemClock.after };
  const { log, lines } = recordingLog();
  const client = platformClient(ground.url, { ...botClient(ground.org), log, clock, perMinute: 1_000_000 });
  let read = 0;
  const call: typeof client.call = (request) => {
    if (request.path === '/api/v2/users') read += String(request.query?.id).split(',').length;
    return client.call(request);
  };
  const notifications = createNotificationFeed({
    call,
    clock,
    log,
    timings: { ...shortTimings, ...hundredth, ...channel },
  });
  const told: string[] = [];
  const occasions: string[] = [];
  const feed = createPresenceFeed({
    call,
    notifications,
    agents: people.map(({ id, name }) => ({ id, name, email: null })),
    presences: memoryPresenceTable(),
    clock,
    platformNow: client.platformNow,
    log,
    onAvailable: ({ eventId }) => void told.push(eventId),
    onRead: () => {},
    timings: { retryMs: 50, lookMs: never, lookCallMs: 10, ...reading },
  });
  let gaps = 0;
  await feed.start();
  notifications.listen({
    onEvent: () => {},
    onGap() {
      gaps += 1;
    },
  });

  const sameAs = ({ id, presence, routingStatus }: (typeof people)[number]) => {
    const known = feed.stateOf(id);
    return known?.presence === normalisePresence(presence) && known.routingStatus === routingStatus;
  };
  const fire: FireGround = {
    ground,
    feed,
    lines,
    ids: people.map(({ id }) => id),
    gaps: () => gaps,
    async set(agentId, presence) {
      await ground.setPresence(agentId, presence);
      const agent = ground.org.agents.get(agentId);
      if (agent === undefined) return;
      if (presence === 'Available') occasions.push(`${agentId}:${agent.presenceSince}`);
      if (presence === 'On Queue')
        occasions.push(`${agentId}:${Math.max(agent.presenceSince, agent.routingSince)}`);
    },
    agentsRead() {
      const before = read;
      read = 0;
      return before;
    },
    async agrees(what) {
      await waitFor(
        () => feed.status().state === 'live' && told.length >= occasions.length && people.every(sameAs),
        { what: `the platform's own state, after ${what}`, deadlineMs: 20_000 },
      );
    },
    toldExactly: () => deepEqual(told.toSorted(), occasions.toSorted()),
    async close() {
      notifications.stop();
      await feed.stop();
      client.close();
      await ground.close();
    },
  };
  notifications.start();
  await fire.agrees('the start');
  equal(told.length, 0);
  return fire;
}
