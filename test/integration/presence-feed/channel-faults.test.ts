import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { WebSocketServer } from 'ws';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { feedScene } from './feed-scene.ts';
import { agentOf } from './watch-fake-platform.ts';

describe('presence feed on a channel in trouble', () => {
  const { watch, watchLive, eventCount, ids } = feedScene();

  it('finds what happened while the socket was broken, and invents nothing', async () => {
    const feed = await watchLive();
    const at = Date.now();
    feed.platform.dropSockets();
    feed.platform.setPresence(agentOf(0), 'Available', at, { lost: true });
    feed.platform.setPresence(agentOf(1), 'Meal', at, { lost: true });
    await waitFor(() => feed.connections() === 2, { what: 'a second connection' });
    await eventCount(feed, 1);
    await feed.live();
    deepEqual(ids(feed), [`${agentOf(0)}:${at}`]);
    equal(feed.feed.stateOf(agentOf(1))?.presence, 'meal');
    equal(feed.platform.channels().length, 1, 'the same channel is used again');
  });

  it('notices a black hole and comes back', async () => {
    const feed = await watchLive();
    feed.platform.answering = false;
    const at = Date.now();
    feed.platform.setPresence(agentOf(0), 'Available', at, { lost: true });
    await waitFor(() => feed.feed.status().state === 'stale', { what: 'a stale feed' });
    match(feed.lines.join(''), /genesys\.notifications\.socket-silent.*silent/);
    feed.platform.answering = true;
    await eventCount(feed, 1);
    await feed.live();
    deepEqual(ids(feed), [`${agentOf(0)}:${at}`]);
  });

  it('stays on a quiet socket that answers', async () => {
    const feed = await watchLive({ timings: { quietMs: 20, pongMs: 200 } });
    await waitFor(() => feed.platform.pings >= 3, { what: 'three pings' });
    equal(feed.connections(), 1);
  });

  it('makes a new channel when the old one is gone', async () => {
    const feed = await watchLive();
    const [old] = feed.platform.channels();
    feed.platform.forgetChannel(old ?? '');
    const at = Date.now();
    feed.platform.setPresence(agentOf(0), 'Available', at, { lost: true });
    await eventCount(feed, 1);
    await feed.live();
    deepEqual(
      feed.platform.channels().map((id) => id === old),
      [false],
    );
  });

  it('makes a new channel when the old one cannot be subscribed any more', async () => {
    const feed = await watchLive();
    const [old] = feed.platform.connected();
    feed.platform.intercept = ({ path }) =>
      path.includes(`/channels/${old}/`) ? { status: 404, body: { code: 'not.found' } } : undefined;
    feed.platform.dropSockets();
    await waitFor(() => feed.connections() === 2, { what: 'a second connection' });
    await feed.live();
    deepEqual(feed.platform.connected().includes(old ?? ''), false);
  });

  it('makes a new channel when it was evicted', async () => {
    const feed = await watchLive();
    const [old] = feed.platform.connected();
    feed.platform.sendRaw(
      '{"topicName":"v2.system.channel","eventBody":{"systemTopicType":"no_longer_subscribed","reason":"another_channel_subscribed"}}',
    );
    await waitFor(() => feed.platform.connected().some((id) => id !== old), { what: 'another channel' });
    await feed.live();
  });

  it('makes another channel when one never stays connected, its address being somebody else’s, and asks for few', async () => {
    const astray = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    let tries = 0;
    astray.on('connection', (socket) => {
      tries += 1;
      socket.terminate();
    });
    try {
      const feed = await watch();
      const address = astray.address();
      ok(typeof address === 'object' && address !== null);
      let made = 0;
      feed.platform.intercept = ({ method, path, body }) => {
        if (path.includes('/channels/astray/')) return { status: 200, body: { entities: body ?? [] } };
        if (method !== 'POST' || !path.endsWith('/notifications/channels')) return undefined;
        made += 1;
        if (made > 1) return undefined;
        return {
          status: 200,
          body: { id: 'astray', connectUri: `ws://127.0.0.1:${address.port}/channels/other` },
        };
      };
      feed.notifications.start();
      await feed.live();
      equal(made, 2);
      equal(tries, 5, 'the same channel is tried before another is made');
    } finally {
      astray.close();
    }
  });

  it('opens the successor before the server closes the socket', async () => {
    const feed = await watchLive();
    feed.platform.sendRaw(
      '{"topicName":"v2.system.socket_closing","version":"2","eventBody":{"message":"soon"}}',
    );
    await waitFor(() => feed.connections() === 2, { what: 'a successor' });
    await feed.live();
    feed.platform.setPresence(agentOf(0), 'Available', Date.now());
    await eventCount(feed, 1);
    equal(feed.platform.channels().length, 1);
  });

  it('overlaps with a new channel before the old one ends', async () => {
    const feed = await watch();
    feed.platform.channelLifeMs = 300;
    feed.notifications.start();
    await feed.live();
    const [old] = feed.platform.connected();
    await waitFor(() => feed.platform.connected().some((id) => id !== old), { what: 'a new channel' });
    feed.platform.channelLifeMs = 86_400_000;
    equal(feed.notifications.status().state, 'live');
    feed.platform.setPresence(agentOf(0), 'Available', Date.now());
    await eventCount(feed, 1);
    equal(feed.events.length, 1);
  });

  it('spreads over several channels and keeps them apart', async () => {
    const feed = await watchLive({ agents: 1_001 });
    deepEqual(
      feed.platform.connected().map((id) => feed.platform.topicsOf(id).length),
      [1_000, 1],
    );
    const at = Date.now();
    feed.platform.setPresence(agentOf(0), 'Available', at);
    feed.platform.setPresence(agentOf(1_000), 'Available', at);
    await eventCount(feed, 2);
    feed.notifications.addTopics(['v2.routing.queues.q.conversations']);
    await waitFor(() => feed.platform.connected().some((id) => feed.platform.topicsOf(id).length === 2), {
      what: 'the added topic',
    });
  });

  it('becomes live when its channels connect one after the other', async () => {
    const feed = await watch({ agents: 1_001 });
    let made = 0;
    let refusals = 5;
    feed.platform.intercept = ({ path }) => {
      if (path !== '/api/v2/notifications/channels') return undefined;
      made += 1;
      if (made === 1 || refusals === 0) return undefined;
      refusals -= 1;
      return { status: 400, body: { status: 400 } };
    };
    feed.notifications.start();
    await feed.live();
    equal(refusals, 0);
    ok(feed.feed.stateOf(agentOf(1_000)));
  });

  it('subscribes topics that were added while it was connecting', async () => {
    const feed = await watch();
    let added = false;
    feed.platform.intercept = ({ path }) => {
      if (!path.endsWith('/subscriptions') || added) return undefined;
      added = true;
      feed.notifications.addTopics(['v2.routing.queues.q.conversations']);
      return undefined;
    };
    feed.notifications.start();
    await waitFor(() => feed.platform.connected().some((id) => feed.platform.topicsOf(id).length === 4), {
      what: 'the added topic',
    });
  });
});
