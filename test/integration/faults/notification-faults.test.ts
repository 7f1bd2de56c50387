import { deepEqual, equal, ok } from 'node:assert/strict';
import { systemClock } from '../../../src/clock.ts';
import type { ChannelTimings } from '../../../src/genesys/channel-timings.ts';
import { createNotificationFeed, type NotificationFeed } from '../../../src/genesys/notification-feed.ts';
import type { BecameAvailable } from '../../../src/presence/presence-change.ts';
import { createPresenceFeed, type PresenceFeed } from '../../../src/presence/presence-feed.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { botClient } from '../../support/bot-client.ts';
import { memoryPresenceTable } from '../../support/memory-presence-table.ts';
import { type PlatformClient, platformClient, shortTimings } from '../../support/platform-client.ts';
import { type FaultGround, startFaultGround } from '../../support/sandbox/fault-ground.ts';
import { agentNamed, callPlatform } from '../../support/sandbox/platform-ground.ts';
import { requestToken } from '../../support/sandbox/request-token.ts';
import { recordingLog } from '../../support/silent-log.ts';

const channels = '/api/v2/notifications/channels';
const never = 86_400_000;

describe('the product’s presence feed under faults of notifications', () => {
  let ground: FaultGround;
  let client: PlatformClient;
  let notifications: NotificationFeed;
  let feed: PresenceFeed;
  let events: BecameAvailable[];
  let gaps: number;
  let frames: string[];
  let lines: string[];
  let agentId: string;

  /** A live feed on channels this patient. */
  async function begin(timings: Partial<ChannelTimings> = {}, lookMs = never): Promise<void> {
    ground = await startFaultGround({ settings: { heartbeatMs: 30, requestsPerMinute: 0 } });
    client = platformClient(ground.url, botClient(ground.org));
    const recording = recordingLog();
    lines = recording.lines;
    const { log } = recording;
    const { call } = client;
    notifications = createNotificationFeed({
      call,
      clock: systemClock,
      log,
      timings: { ...shortTimings, ...timings },
    });
    events = [];
    const agents = [...ground.org.agents.values()].map(({ id, name }) => ({ id, name, email: null }));
    agentId = agentNamed(ground.org, 'Priya Raman').id;
    await ground.setPresence(agentId, 'Busy');
    feed = createPresenceFeed({
      call,
      notifications,
      agents,
      presences: memoryPresenceTable(),
      clock: systemClock,
      platformNow: client.platformNow,
      log,
      onAvailable: (event) => void events.push(event),
      onRead: () => {},
      timings: { retryMs: 20, lookMs, lookCallMs: 1 },
    });
    await feed.start();
    gaps = 0;
    frames = [];
    notifications.listen({
      onEvent: (topic) => void frames.push(topic),
      onGap() {
        gaps += 1;
      },
    });
    notifications.start();
    await live();
  }
  afterEach(async () => {
    notifications.stop();
    await feed.stop();
    client.close();
    await ground.close();
  });

  const live = () => waitFor(() => feed.status().state === 'live', { what: 'a live feed' });
  const told = () => waitFor(() => events.length > 0, { what: 'the agent to be told free' });
  const set = (presence: string) => ground.setPresence(agentId, presence);
  const isNow = (presence: string) =>
    waitFor(() => feed.stateOf(agentId)?.presence === presence, { what: `the agent to be ${presence}` });
  /** Asked with a token of its own: that of the ground may be revoked. */
  async function ownChannels(): Promise<number> {
    const { body } = await requestToken(ground.url, botClient(ground.org));
    const path = `${channels}?includechannels=oauthclient`;
    return (await callPlatform(ground.url, body.access_token, 'GET', path)).body.entities.length;
  }

  /** A silence is no answer to these: only what was said about the socket or the channel is. */
  const breaks: readonly (readonly [what: string, faults: readonly object[], channelsLeft: number])[] = [
    ['an idle close', [{ on: 'channel', what: 'close', closeCode: 1001 }], 1],
    ['a restart of the service', [{ on: 'channel', what: 'close', closeCode: 1012 }], 1],
    ['a cut', [{ on: 'channel', what: 'close', closeCode: 1006 }], 1],
    [
      'a cut and a refused handshake',
      [
        { on: 'channel', what: 'refuse', status: 503, count: 2 },
        { on: 'channel', what: 'close', closeCode: 1006 },
      ],
      1,
    ],
    [
      'a cut, and the channel unknown',
      [
        { on: 'channel', what: 'refuse', status: 404 },
        { on: 'channel', what: 'close', closeCode: 1006 },
      ],
      2,
    ],
    ['an eviction by a 21st channel', [{ on: 'channel', what: 'evict' }], 1],
    ['a revoked token', [{ on: 'token', what: 'revoke' }], 1],
    [
      'a cut, and subscriptions that fail',
      [
        { path: '/subscriptions$', status: 500, count: 6 },
        { on: 'channel', what: 'close', closeCode: 1006 },
      ],
      1,
    ],
    [
      'a revoked token, and channels that cannot be made',
      [
        { path: 'channels$', method: 'POST', status: 503, count: 6 },
        { on: 'token', what: 'revoke' },
      ],
      1,
    ],
  ];
  for (const [what, faults, channelsLeft] of breaks) {
    it(`comes back from ${what}, and tells once who became free meanwhile`, async () => {
      await begin({ quietMs: 60_000 });
      for (const fault of faults) await ground.arm(fault);
      await set('Available');
      await comesBack(channelsLeft);
    });
  }

  for (const count of [1, 2]) {
    it(`comes back from ${count} black holes, and tells once who became free meanwhile`, async () => {
      await begin();
      await ground.arm({ on: 'channel', what: 'black-hole', count });
      await set('Available');
      await comesBack(1);
    });
  }

  async function comesBack(channelsLeft: number): Promise<void> {
    await waitFor(() => gaps >= 2, { what: 'a new connection' });
    await told();
    await live();
    equal(await ownChannels(), channelsLeft);
    await set('Meal');
    await isNow('meal');
    equal(events.length, 1);
  }

  it('finds what no event told when it looks again, and tells it once', async () => {
    await begin({}, 60);
    await ground.arm({ on: 'topic', topic: '.', what: 'lose', count: 2 });
    await set('Available');
    await told();
    await set('Meal');
    await isNow('meal');
    deepEqual([events.length, gaps], [1, 1]);
  });

  it('is told again of topics whose subscription ended in silence', async () => {
    await begin({ refreshMs: 60 }, 60);
    await ground.arm({ on: 'channel', what: 'drop-subscription' });
    const heard = () => frames.some((topic) => topic.includes(agentId));
    await waitFor(
      async () => {
        await set(feed.stateOf(agentId)?.presence === 'meal' ? 'Busy' : 'Meal');
        return heard();
      },
      { what: 'an event on the old connection' },
    );
    equal(gaps, 1);
  });

  it('makes a new channel when it finds the old one gone while putting its topics anew', async () => {
    await begin({ refreshMs: 60 });
    await ground.arm({ path: '/subscriptions$', status: 404 });
    await waitFor(() => gaps >= 2, { what: 'a new connection' });
    await set('Available');
    await told();
    equal(await ownChannels(), 2);
  });

  it('comes back when its channel has lived its day', async () => {
    await begin({ quietMs: 60_000 });
    ground.advance(86_400_000);
    await waitFor(() => gaps >= 2, { what: 'a new connection' });
    await live();
    await set('Available');
    await told();
    equal(events.length, 1);
  });

  it('opens the successor before an announced end, so that nothing is missed', async () => {
    await begin({ quietMs: 60_000 });
    await ground.arm({ on: 'channel', what: 'socket-closing', dropAfterMs: 60_000 });
    await waitFor(() => gaps >= 2, { what: 'a new connection' });
    await live();
    ground.advance(60_000);
    await set('Available');
    await told();
    await set('Meal');
    await isNow('meal');
    deepEqual([events.length, gaps, await ownChannels()], [1, 2, 1]);
    ok(!lines.join('').includes('notification socket lost'));
  });

  it('opens another successor when the first is told at once that it ends as well', async () => {
    await begin({ quietMs: 60_000 });
    await ground.arm({ on: 'channel', what: 'socket-closing', dropAfterMs: 60_000, count: 2 });
    await waitFor(() => gaps >= 3, { what: 'a second successor' });
    ground.advance(60_000);
    await live();
    await set('Available');
    await told();
    deepEqual([events.length, gaps], [1, 3]);
  });

  it('counts an event that came twice once', async () => {
    await begin({ quietMs: 60_000 });
    await ground.arm({ on: 'topic', topic: 'presence$', what: 'duplicate', count: 2 });
    await set('Available');
    await set('Meal');
    await isNow('meal');
    equal(events.length, 1);
  });

  it('counts an event that came twice, the second time late, once', async () => {
    await begin({ quietMs: 60_000 });
    await ground.arm({ on: 'topic', topic: 'presence$', what: 'duplicate', delayMs: 60_000 });
    await set('Available');
    await told();
    await set('Meal');
    await isNow('meal');
    ground.advance(60_000);
    await set('Busy');
    await isNow('busy');
    equal(events.length, 1);
  });

  for (const [what, fault] of [
    ['late', { what: 'late', delayMs: 60_000 }],
    ['in the wrong order', { what: 'reorder', delayMs: 60_000 }],
  ] as const) {
    it(`believes no news that came ${what}: who is busy again is not free`, async () => {
      await begin();
      await ground.arm({ on: 'topic', topic: 'presence$', ...fault });
      await set('Available');
      await set('Meal');
      ground.advance(60_000);
      await isNow('meal');
      // What the old event would have set off is over when a later one is in.
      await set('Busy');
      await isNow('busy');
      deepEqual(
        events.map(({ eventId }) => eventId),
        [],
      );
    });
  }

  it('reads presence again until it has it, whatever breaks the answers', async () => {
    await begin({ quietMs: 60_000 });
    await ground.arm({ path: 'presence|/users', status: 503, count: 5 });
    await ground.arm({ path: 'presence|/users', body: 'cut', when: 'after', count: 3 });
    await ground.arm({ path: 'presence|/users', reset: 'mid-answer', count: 2 });
    await ground.arm({ on: 'channel', what: 'close', closeCode: 1006 });
    await set('Available');
    await told();
    await live();
    deepEqual((await ground.control('GET', '/faults')).body.faults, []);
    equal(events.length, 1);
  });
});
