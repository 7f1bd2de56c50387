import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import {
  type FaultGround,
  presencesOn,
  settled,
  startFaultGround,
} from '../../support/sandbox/fault-ground.ts';
import { agentNamed } from '../../support/sandbox/platform-ground.ts';

describe('faults of sockets and tokens', () => {
  let ground: FaultGround;
  beforeEach(async () => {
    ground = await startFaultGround({ settings: { heartbeatMs: 20 } });
  });
  afterEach(() => ground.close());

  async function watched() {
    const agent = agentNamed(ground.org, 'Priya Raman');
    await ground.setPresence(agent.id, 'Offline');
    const channel = await ground.channel([`v2.users.${agent.id}?presence&routingStatus`]);
    return { ...channel, set: (presence: string) => ground.setPresence(agent.id, presence) };
  }
  const exists = async (id: string): Promise<boolean> =>
    (await ground.call('HEAD', `/api/v2/notifications/channels/${id}`)).status === 200;

  it('black hole: open and silent, while the channel lives and a new socket works', async () => {
    const { id, uri, socket, set } = await watched();
    await ground.arm({ on: 'channel', what: 'black-hole' });
    const before = socket.frames.length;
    socket.send({ message: 'ping' });
    await set('Busy');
    const fresh = await ground.open(uri);
    await settled(fresh);
    await set('Meal');
    await waitFor(() => presencesOn(fresh).length === 1, { what: 'the event on the new socket' });
    const beats = () => fresh.frames.some(({ eventBody }) => eventBody.message === 'WebSocket Heartbeat');
    await waitFor(beats, { what: 'a heartbeat on the new socket' });
    equal(socket.frames.length, before);
    ok(await exists(id));
  });

  for (const [closeCode, seen] of [
    [1001, 1001],
    [1012, 1012],
    [1006, 1006],
    [1005, 1005],
  ]) {
    it(`closed with ${closeCode}, and the channel lives`, async () => {
      const { id, uri, socket } = await watched();
      await ground.arm({ on: 'channel', what: 'close', closeCode });
      equal(await socket.closed, seen);
      ok(await exists(id));
      await settled(await ground.open(uri));
    });
  }

  it('refused at the handshake, as often as told', async () => {
    const { uri, socket } = await watched();
    await ground.arm({ on: 'channel', what: 'refuse', status: 404 });
    await ground.arm({ on: 'channel', what: 'refuse', count: 2 });
    await rejects(ground.open(uri), /404/);
    await rejects(ground.open(uri), /503/);
    await rejects(ground.open(uri), /503/);
    await settled(await ground.open(uri));
    equal(await socket.closed, 1001);
  });

  it('subscription silently dropped: REST lists it, nothing comes, a PUT brings it back', async () => {
    const { id, socket, set } = await watched();
    await ground.arm({ on: 'channel', what: 'drop-subscription', topic: 'presence$' });
    await set('Busy');
    await settled(socket);
    deepEqual(presencesOn(socket), []);
    const path = `/api/v2/notifications/channels/${id}/subscriptions`;
    const { body } = await ground.call('GET', path);
    equal(body.entities.length, 1);
    await ground.call('PUT', path, body.entities);
    await set('Meal');
    await waitFor(() => presencesOn(socket).length === 1, { what: 'the event' });
  });

  it('subscription dropped for all to see: REST no longer lists it', async () => {
    const { id, socket, set } = await watched();
    await ground.arm({ on: 'channel', what: 'drop-subscription', topic: 'presence$', listed: false });
    await set('Busy');
    await settled(socket);
    deepEqual(presencesOn(socket), []);
    const { body } = await ground.call('GET', `/api/v2/notifications/channels/${id}/subscriptions`);
    deepEqual(body.entities, []);
  });

  it('dropped on the next subscription when armed before it', async () => {
    await ground.arm({ on: 'channel', what: 'drop-subscription' });
    const { socket, set } = await watched();
    await set('Busy');
    await settled(socket);
    deepEqual(presencesOn(socket), []);
  });

  it('evicted as by a 21st channel: told, closed, gone', async () => {
    const { id, uri, socket } = await watched();
    await ground.arm({ on: 'channel', channelId: id, what: 'evict' });
    await socket.closed;
    const { topicName, eventBody } = socket.frames.at(-1);
    match(topicName, /^v2\.system\./);
    deepEqual(
      [eventBody.systemTopicType, eventBody.reason, eventBody.channelId],
      ['no_longer_subscribed', 'another_channel_subscribed', id],
    );
    equal(await exists(id), false);
    await rejects(ground.open(uri), /404/);
  });

  it('announces the end of the socket a settable time before it comes', async () => {
    const { id, socket } = await watched();
    await ground.arm({ on: 'channel', what: 'socket-closing', dropAfterMs: 60_000 });
    const frame = await waitFor(
      () => socket.frames.find(({ topicName }) => topicName === 'v2.system.socket_closing'),
      { what: 'the announcement' },
    );
    equal(frame.version, '2');
    ok(frame.eventBody.message);
    await settled(socket);
    ground.advance(60_000);
    equal(await socket.closed, 1001);
    ok(await exists(id));
  });

  it('waits for the next socket when none is open', async () => {
    const { body } = await ground.call('POST', '/api/v2/notifications/channels');
    await ground.arm({ on: 'channel', what: 'close', closeCode: 4000 });
    equal(await (await ground.open(body.connectUri)).closed, 4000);
  });

  it('token revoked: REST refuses it, and its channel is told and gone', async () => {
    const { socket } = await watched();
    const { left, played } = await ground.arm({ on: 'token', what: 'revoke', orgId: ground.org.id });
    deepEqual([left, played], [0, 1]);
    await socket.closed;
    const { eventBody } = socket.frames.at(-1);
    deepEqual(
      [eventBody.systemTopicType, eventBody.reason, eventBody.organizationId],
      ['token_revoked', 'user_tokens_revoked', ground.org.id],
    );
    const { status, body } = await ground.call('GET', '/api/v2/routing/queues');
    deepEqual([status, body.code], [401, 'bad.credentials']);
  });

  it('disabled client: its channels end with its tokens', async () => {
    const { socket } = await watched();
    await ground.control('POST', `/clients/${ground.org.clientId}`, { state: 'disabled' });
    await socket.closed;
    equal(socket.frames.at(-1).eventBody.systemTopicType, 'token_revoked');
  });

  it('spares the tokens of others', async () => {
    await ground.arm({ on: 'token', what: 'revoke', clientId: 'another' });
    equal((await ground.call('GET', '/api/v2/routing/queues')).status, 200);
  });

  it('guest sockets: refused, cut, silent', async () => {
    const [deployment] = ground.org.deployments.keys();
    const uri = `${ground.url.replace('http', 'ws')}/v1?deploymentId=${deployment}`;
    const echo = { action: 'echo', message: { type: 'Text', text: 'ping' } };
    const guest = await ground.open(uri);
    guest.send(echo);
    await waitFor(() => guest.frames.length > 0, { what: 'an answer' });
    await ground.arm({ on: 'guest', what: 'refuse', deploymentId: deployment });
    await rejects(ground.open(uri), /503/);
    await ground.arm({ on: 'guest', what: 'close', closeCode: 1006 });
    equal(await guest.closed, 1006);
    await ground.arm({ on: 'guest', what: 'black-hole', deploymentId: deployment });
    const silent = await ground.open(uri);
    silent.send(echo);
    const other = await ground.open(uri);
    other.send(echo);
    await waitFor(() => other.frames.length > 0, { what: 'an answer' });
    deepEqual(silent.frames, []);
  });
});
