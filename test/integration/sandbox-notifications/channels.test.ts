import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type OpenSocket, openSocket } from '../../support/sandbox/open-socket.ts';
import { agentNamed, type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';

const available = '6a3af858-942f-489d-9700-5f9bcdcdae9b';
const onQueue = 'e08eaf1b-ee47-4fa9-a231-1200e284798f';

describe('notification channels', () => {
  let ground: PlatformGround;
  const open: OpenSocket[] = [];
  beforeEach(async () => {
    ground = await startPlatform({ settings: { heartbeatMs: 20 } });
  });
  afterEach(async () => {
    for (const socket of open.splice(0)) await socket.close();
    await ground.close();
  });

  async function channel(topics: readonly string[]): Promise<{ id: string; socket: OpenSocket }> {
    const { body } = await ground.call('POST', '/api/v2/notifications/channels');
    const path = `/api/v2/notifications/channels/${body.id}/subscriptions`;
    const subscribed = await ground.call(
      'PUT',
      path,
      topics.map((id) => ({ id })),
    );
    assert.equal(subscribed.status, 200);
    const socket = await openSocket(body.connectUri);
    open.push(socket);
    return { id: body.id, socket };
  }

  const setPresence = (agentId: string, id: string) =>
    ground.call('PATCH', `/api/v2/users/${agentId}/presences/purecloud`, { presenceDefinition: { id } });

  it('tell of presence and routing status, in upper case and without a user id inside', async () => {
    const agent = agentNamed(ground.org, 'Priya Raman');
    const { socket } = await channel([`v2.users.${agent.id}?presence&routingStatus`]);
    await setPresence(agent.id, onQueue);
    const about = (topic: string) =>
      socket.frames.find(({ topicName }) => topicName === `v2.users.${agent.id}.${topic}`);
    const presence = await waitFor(() => about('presence'), { what: 'the presence event' });
    assert.equal(presence.version, '2');
    assert.ok(presence.metadata.CorrelationId);
    assert.equal(presence.eventBody.presenceDefinition.systemPresence, 'ON_QUEUE');
    assert.equal(presence.eventBody.presenceDefinition.id, onQueue);
    assert.ok(!JSON.stringify(presence.eventBody).includes(agent.id));
    const routing = await waitFor(() => about('routingStatus'), { what: 'the routing event' });
    assert.deepEqual(routing.eventBody.id, agent.id);
    assert.equal(routing.eventBody.routingStatus.status, 'IDLE');
    assert.ok(!about('activity'));
  });

  it('tell only what was subscribed to', async () => {
    const mine = agentNamed(ground.org, 'Priya Raman');
    const other = agentNamed(ground.org, 'Mei Chen');
    const { socket } = await channel([`v2.users.${mine.id}.activity`]);
    await setPresence(other.id, available);
    await setPresence(mine.id, available);
    const events = () => socket.frames.filter(({ topicName }) => topicName.startsWith('v2.'));
    await waitFor(() => events().length > 0, { what: 'an event' });
    assert.deepEqual(
      events().map(({ topicName }) => topicName),
      [`v2.users.${mine.id}.activity`],
    );
    assert.equal(events()[0].eventBody.presence.presenceDefinition.systemPresence, 'AVAILABLE');
  });

  it('beat, and answer a ping', async () => {
    const { socket } = await channel([]);
    socket.send({ message: 'ping' });
    for (const message of ['pong', 'WebSocket Heartbeat']) {
      const frame = await waitFor(
        () => socket.frames.find(({ eventBody }) => eventBody.message === message),
        {
          what: message,
        },
      );
      assert.deepEqual(frame, { topicName: 'channel.metadata', eventBody: { message } });
    }
  });

  it('stay alive through garbage', async () => {
    const { socket } = await channel([]);
    socket.send('not an object');
    socket.send(null);
    socket.send({ message: 'ping' });
    await waitFor(() => socket.frames.some(({ eventBody }) => eventBody.message === 'pong'), {
      what: 'pong',
    });
  });

  it('have one socket each: the newer one wins', async () => {
    const { id, socket } = await channel([]);
    open.push(await openSocket(`${ground.url.replace('http', 'ws')}/channels/${id}`));
    assert.equal(await socket.closed, 1001);
  });

  it('refuse an unknown channel', async () => {
    await assert.rejects(openSocket(`${ground.url.replace('http', 'ws')}/channels/streaming-0-none`), /404/);
    assert.equal((await ground.call('HEAD', '/api/v2/notifications/channels/streaming-0-none')).status, 404);
  });

  it('subscribe nothing when one topic is wrong, unless errors are to be ignored', async () => {
    const agent = agentNamed(ground.org, 'Priya Raman');
    const { id } = await channel([]);
    const path = `/api/v2/notifications/channels/${id}/subscriptions`;
    const topics = [{ id: `v2.users.${agent.id}.presence` }, { id: 'v2.conversations.1.messages' }];
    const refused = await ground.call('PUT', path, topics);
    assert.equal(refused.status, 400);
    assert.equal(refused.body.code, 'notification.invalid.topic');
    assert.deepEqual((await ground.call('GET', path)).body, { entities: [] });
    const { body } = await ground.call('PUT', `${path}?ignoreErrors=true`, topics);
    assert.deepEqual(
      body.entities.map(({ state }: { state: string }) => state),
      ['Permitted', 'Rejected'],
    );
    assert.deepEqual((await ground.call('GET', path)).body, { entities: [topics[0]] });
    await ground.call('DELETE', path);
    assert.deepEqual((await ground.call('GET', path)).body, { entities: [] });
  });

  it('are 20 a client: the 21st silently ends the least used one without a socket', async () => {
    const { id: connected } = await channel([]);
    const ids: string[] = [];
    for (let made = 0; made < 20; made += 1) {
      ids.push((await ground.call('POST', '/api/v2/notifications/channels')).body.id);
    }
    const { body } = await ground.call('GET', '/api/v2/notifications/channels');
    const left = body.entities.map(({ id }: { id: string }) => id);
    assert.deepEqual(left, [connected, ...ids.slice(1)]);
  });

  it('take at most 1,000 topics', async () => {
    const { id } = await channel([]);
    const suffixes = ['presence', 'routingStatus', 'activity', 'conversations'];
    const sets = suffixes.flatMap((a) =>
      suffixes.flatMap((b) => suffixes.flatMap((c) => suffixes.map((d) => [a, b, c, d]))),
    );
    const topics = [...ground.org.agents.keys()].flatMap((agentId) =>
      sets.map((each) => ({ id: `v2.users.${agentId}?${each.join('&')}` })),
    );
    const path = `/api/v2/notifications/channels/${id}/subscriptions`;
    assert.equal((await ground.call('PUT', path, topics.slice(0, 1001))).status, 400);
    assert.equal((await ground.call('PUT', path, topics.slice(0, 1000))).status, 200);
    assert.equal((await ground.call('POST', path, topics.slice(1000, 1001))).status, 400);
  });
});
