import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { feedScene } from './feed-scene.ts';
import { agentOf } from './watch-fake-platform.ts';

describe('presence feed', () => {
  const { watch, watchLive, eventCount, ids } = feedScene();

  it('takes the first sight as a baseline, then tells each change once', async () => {
    const feed = await watch();
    feed.platform.setPresence(agentOf(0), 'Available', Date.now() - 1_000, { lost: true });
    feed.notifications.start();
    await feed.live();
    deepEqual(feed.events, []);
    equal(feed.feed.stateOf(agentOf(0))?.presence, 'available');
    deepEqual({ ...feed.feed.status(), ageMs: 0 }, { state: 'live', ageMs: 0, agentsWatched: 3 });

    const at = Date.now();
    feed.platform.setPresence(agentOf(1), 'Available', at);
    feed.platform.setPresence(agentOf(1), 'Available', at);
    feed.platform.setPresence(agentOf(2), 'On Queue', at);
    feed.platform.setRouting(agentOf(2), 'IDLE', at + 2);
    await eventCount(feed, 2);
    deepEqual(ids(feed), [`${agentOf(1)}:${at}`, `${agentOf(2)}:${at + 2}`]);
    await waitFor(() => feed.presences.rows.get(agentOf(2))?.routingStatus === 'IDLE', {
      what: 'stored states',
    });
    equal(feed.presences.rows.get(agentOf(1))?.presenceSince, at);
  });

  it('subscribes one combined topic per agent', async () => {
    const feed = await watchLive();
    const [channel] = feed.platform.connected();
    deepEqual(
      feed.platform.topicsOf(channel ?? ''),
      [0, 1, 2].map((n) => `v2.users.${agentOf(n)}?presence&routingStatus`),
    );
  });

  it('leaves out malformed frames and lives on', async () => {
    const feed = await watchLive();
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"topicName":7}',
      '{"topicName":"v2.users.agent-0.presence","eventBody":null}',
    ])
      feed.platform.sendRaw(text);
    feed.platform.publish(`v2.users.${agentOf(0)}.presence`, {
      presenceDefinition: { systemPresence: 'NAPPING' },
    });
    feed.platform.publish(`v2.users.${agentOf(0)}.presence`, { modifiedDate: 5 });
    const at = Date.now();
    feed.platform.setPresence(agentOf(0), 'Available', at);
    await eventCount(feed, 1);
    deepEqual(ids(feed), [`${agentOf(0)}:${at}`]);
    equal(feed.lines.filter((line) => line.includes('genesys.frame-malformed')).length, 8);
    equal(feed.connections(), 1);
  });

  it('outlasts a platform that fails at start', async () => {
    const feed = await watch();
    const failures = { token: 2, api: 5 };
    feed.platform.intercept = ({ path }) => {
      const which = path === '/oauth/token' ? 'token' : 'api';
      if (failures[which] === 0) return undefined;
      failures[which] -= 1;
      return failures[which] % 2 === 0 ? { reset: true } : { status: 503, body: { status: 503 } };
    };
    feed.notifications.start();
    await waitFor(() => feed.feed.status().state === 'live', { what: 'a live feed', deadlineMs: 15_000 });
    deepEqual(failures, { token: 0, api: 0 });
  });

  it('is stale until the snapshot after a gap is in, and tells what it missed then', async () => {
    const feed = await watchLive();
    let failing = true;
    feed.platform.intercept = ({ path }) =>
      failing && path === '/api/v2/users' ? { status: 400 } : undefined;
    const at = Date.now();
    feed.platform.dropSockets();
    feed.platform.setPresence(agentOf(0), 'Available', at, { lost: true });
    await waitFor(() => feed.connections() === 2, { what: 'a second connection' });
    equal(feed.feed.status().state, 'stale');
    failing = false;
    await feed.live();
    deepEqual(ids(feed), [`${agentOf(0)}:${at}`]);
  });

  it('takes no agent for newly available whom another instance saw become it, in another step, during our gap', async () => {
    const feed = await watchLive();
    const at = Date.now() - 60_000;
    let failing = true;
    feed.platform.intercept = ({ path }) =>
      failing && path === '/api/v2/users' ? { status: 400 } : undefined;
    feed.platform.dropSockets();
    for (const n of [0, 1, 2]) {
      feed.platform.setPresence(agentOf(n), 'Available', at, { lost: true });
      feed.platform.setPresence(agentOf(n), 'On Queue', at + 15_000, { lost: true });
      feed.platform.setRouting(agentOf(n), 'IDLE', at + 15_001, { lost: true });
    }
    await waitFor(() => feed.connections() === 2, { what: 'a second connection' });
    const onQueue = { presence: 'on-queue', presenceSince: at + 15_000 } as const;
    await feed.presences.put([
      { agentId: agentOf(0), ...onQueue, routingStatus: 'IDLE', routingSince: at + 15_001 },
      // Died before it had dealt with it.
      {
        agentId: agentOf(1),
        presence: 'break',
        presenceSince: at - 20_000,
        routingStatus: 'OFF_QUEUE',
        routingSince: at - 20_000,
      },
    ]);
    failing = false;
    await feed.live();
    await eventCount(feed, 2);
    await waitFor(() => feed.lines.some((line) => line.includes('seen-elsewhere')), { what: 'the first' });
    deepEqual(ids(feed).toSorted(), [`${agentOf(1)}:${at + 15_001}`, `${agentOf(2)}:${at + 15_001}`]);
    // What it then does itself is an occasion as ever.
    const back = Date.now();
    feed.platform.setPresence(agentOf(0), 'Busy', back - 1);
    feed.platform.setPresence(agentOf(0), 'Available', back);
    await eventCount(feed, 3);
    equal(ids(feed).at(-1), `${agentOf(0)}:${back}`);
  });

  it('reads one by one what the user listing left out', async () => {
    const feed = await watch();
    const modifiedDate = new Date(Date.now() - 60_000).toISOString();
    const onQueue = { presenceDefinition: { systemPresence: 'On Queue' }, modifiedDate };
    const idle = { status: 'IDLE', startTime: modifiedDate };
    const listed = [
      { id: agentOf(0), routingStatus: idle },
      { id: agentOf(1), presence: onQueue },
      { id: agentOf(2), presence: 'broken', routingStatus: 7 },
    ];
    feed.platform.intercept = ({ path, query }) => {
      if (path === '/api/v2/users') return { body: { entities: listed, pageCount: 1 } };
      if (path.endsWith('/routingstatus')) return { body: { userId: path.split('/').at(-2), ...idle } };
      if (!path.endsWith('/bulk')) return undefined;
      return {
        body: query
          .get('id')
          ?.split(',')
          .map((userId) => ({ userId, ...onQueue })),
      };
    };
    feed.notifications.start();
    await feed.live();
    for (const n of [0, 1, 2]) {
      equal(feed.feed.stateOf(agentOf(n))?.presence, 'on-queue');
      equal(feed.feed.stateOf(agentOf(n))?.routingStatus, 'IDLE');
    }
    equal(feed.platform.requests.filter(({ path }) => path.endsWith('/bulk')).length, 1);
    equal(feed.platform.requests.filter(({ path }) => path.endsWith('/routingstatus')).length, 2);
  });

  it('is live although the platform tells one agent wrongly and refuses another', async () => {
    const since = new Date().toISOString();
    const idle = { status: 'IDLE', startTime: since };
    const feed = await watch();
    feed.platform.intercept = ({ path, query }) => {
      if (path === '/api/v2/users') {
        const entities = query
          .get('id')
          ?.split(',')
          .map((id) => ({ id, name: id }));
        return { body: { entities } };
      }
      if (path.endsWith('/bulk'))
        return {
          body: [
            { userId: agentOf(0), presenceDefinition: null },
            { userId: agentOf(1), presenceDefinition: { systemPresence: 'Busy' }, modifiedDate: since },
            { userId: agentOf(2), presenceDefinition: { systemPresence: 'On Queue' }, modifiedDate: since },
          ],
        };
      if (!path.endsWith('/routingstatus')) return undefined;
      return path.includes(agentOf(1)) ? { status: 403, body: {} } : { body: idle };
    };
    feed.notifications.start();
    await feed.live();
    equal(feed.feed.stateOf(agentOf(2))?.routingStatus, 'IDLE');
    equal(feed.feed.stateOf(agentOf(0)), null);
    equal(feed.feed.stateOf(agentOf(1)), null);
  });

  it('takes a frame before the snapshot for what it is: away and back', async () => {
    const feed = await watchLive();
    feed.platform.setPresence(agentOf(0), 'Available', Date.now() - 60_000);
    await eventCount(feed, 1);
    let failing = true;
    feed.platform.intercept = ({ path }) =>
      failing && path === '/api/v2/users' ? { status: 400 } : undefined;
    feed.platform.dropSockets();
    feed.platform.setPresence(agentOf(0), 'Busy', Date.now() - 20_000, { lost: true });
    await waitFor(() => feed.connections() === 2, { what: 'a second connection' });
    const back = Date.now();
    feed.platform.setPresence(agentOf(0), 'Available', back);
    await eventCount(feed, 2);
    failing = false;
    await feed.live();
    deepEqual(ids(feed).slice(1), [`${agentOf(0)}:${back}`]);
  });

  it('takes a new token when the old one is refused', async () => {
    const feed = await watchLive();
    feed.platform.validTokens.add('token-2');
    feed.platform.dropSockets();
    await waitFor(() => feed.connections() === 2, { what: 'a second connection' });
    await feed.live();
    equal(feed.platform.requests.filter(({ path }) => path === '/oauth/token').length, 2);
  });

  it('waits as long as a 429 says', async () => {
    const feed = await watch();
    let throttledAt = 0;
    feed.platform.intercept = ({ path }) => {
      if (throttledAt > 0 || path !== '/api/v2/notifications/channels') return undefined;
      throttledAt = Date.now();
      return {
        status: 429,
        headers: { 'retry-after': '1' },
        body: { code: 'too.many.requests.retry.after' },
      };
    };
    feed.notifications.start();
    await feed.live();
    ok(Date.now() - throttledAt >= 1_000);
  });

  it('takes up stored states: a change while it was down counts once when it is fresh', async () => {
    const now = Date.now();
    const hourOld = (n: number, part = {}) => ({
      agentId: agentOf(n),
      presence: 'busy' as const,
      presenceSince: now - 3_600_000,
      routingStatus: 'OFF_QUEUE' as const,
      routingSince: now - 3_600_000,
      ...part,
    });
    const same = { presence: 'available' as const, presenceSince: now - 90_000 };
    const feed = await watch({ stored: [hourOld(0), hourOld(1), hourOld(2, same)] });
    feed.platform.setPresence(agentOf(0), 'Available', now - 60_000, { lost: true });
    feed.platform.setPresence(agentOf(1), 'Available', now - 600_000, { lost: true });
    feed.platform.setPresence(agentOf(2), 'Available', now - 90_000, { lost: true });
    feed.notifications.start();
    await feed.live();
    deepEqual(ids(feed), [`${agentOf(0)}:${now - 60_000}`]);
    match(feed.lines.join(''), /too-old/);
  });

  it('watches agents who join later: the first sight is a baseline for them as well', async () => {
    const feed = await watchLive();
    const joined = [agentOf(7), agentOf(8)].map((id) => ({ id, name: id, email: null }));
    const since = Date.now() - 1_000;
    const user = { presenceSince: since, routing: 'OFF_QUEUE', routingSince: since };
    feed.platform.users.set(agentOf(7), { ...user, presence: 'Available' });
    feed.platform.users.set(agentOf(8), { ...user, presence: 'Busy' });
    await feed.feed.watch(joined);
    await waitFor(() => feed.feed.stateOf(agentOf(8)) !== null, { what: 'the first sight' });
    await feed.live();
    equal(feed.feed.status().agentsWatched, 5);
    const at = Date.now();
    feed.platform.setPresence(agentOf(8), 'Available', at);
    await eventCount(feed, 1);
    deepEqual(ids(feed), [`${agentOf(8)}:${at}`]);
  });

  it('tells onAvailable in the same turn as the frame', async () => {
    const feed = await watchLive();
    const at = Date.now();
    let firedInTurn: number | undefined;
    feed.notifications.listen({
      // Listeners are told in order, so this one comes right after the feed, in the same turn.
      onEvent: () => {
        firedInTurn ??= feed.events.length;
      },
      onGap: () => {},
    });
    feed.platform.setPresence(agentOf(0), 'Available', at);
    await eventCount(feed, 1);
    equal(firedInTurn, 1);
  });
});
