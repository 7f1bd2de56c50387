import assert from 'node:assert/strict';
import { liveLeg } from '../../../src/sandbox/leg.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type OpenSocket, openSocket } from './open-socket.ts';
import {
  callPlatform,
  endedGuest,
  expiredGuest,
  first,
  type PlatformGround,
  startPlatform,
} from './platform-ground.ts';

describe('guests on the web messaging socket', () => {
  let ground: PlatformGround;

  const open: OpenSocket[] = [];
  beforeEach(async () => {
    ground = await startPlatform();
  });
  afterEach(async () => {
    for (const socket of open.splice(0)) await socket.close();
    await ground.close();
  });

  async function connect(deploymentId: string): Promise<OpenSocket> {
    const socket = await openSocket(`${ground.url.replace('http', 'ws')}/v1?deploymentId=${deploymentId}`);
    open.push(socket);
    return socket;
  }

  /** Sends a request and gives the frame that answers it. */
  async function ask(socket: OpenSocket, request: Record<string, unknown>) {
    const tracingId = `trace-${socket.frames.length}`;
    socket.send({ ...request, tracingId });
    return waitFor(() => socket.frames.find((frame) => frame.tracingId === tracingId), {
      what: String(request.action),
    });
  }

  const text = (words: string) => ({ type: 'Text', text: words });

  it('resume the session of a known token and see what is sent to it', async () => {
    const guest = endedGuest(ground.org, false);
    const { token, deploymentId, externalContactId } = guest.customer;
    const socket = await connect(deploymentId);
    const session = await ask(socket, { action: 'configureSession', token, deploymentId });
    assert.equal(session.class, 'SessionResponse');
    assert.equal(session.code, 200);
    assert.equal(session.body.connected, true);
    assert.equal(session.body.newSession, false);
    await ground.call('POST', '/api/v2/conversations/messages/agentless', {
      fromAddress: deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId,
      textBody: 'Still looking for that tent?',
    });
    const frame = await waitFor(() => socket.frames.find((each) => each.class === 'StructuredMessage'), {
      what: 'the message',
    });
    assert.equal(frame.type, 'message');
    assert.equal(frame.body.direction, 'Outbound');
    assert.equal(frame.body.text, 'Still looking for that tent?');
    assert.match(frame.body.id, /^[0-9a-f]{32}$/);
    await waitFor(() => ground.world.record.some(({ event }) => event === 'shown'), {
      what: 'shown on the record',
    });
  });

  it('are online only while a socket is open', async () => {
    const { customer } = endedGuest(ground.org, false);
    const socket = await connect(customer.deploymentId);
    await ask(socket, {
      action: 'configureSession',
      token: customer.token,
      deploymentId: customer.deploymentId,
    });
    await socket.close();
    await ground.call('POST', '/api/v2/conversations/messages/agentless', {
      fromAddress: customer.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: customer.externalContactId,
      textBody: 'Hello',
    });
    await waitFor(() => ground.world.record.some(({ event }) => event === 'waiting'), {
      what: 'waiting on the record',
    });
  });

  it('with a new token are anonymous and begin a conversation with their first message', async () => {
    const deploymentId = first([...ground.org.deployments.keys()]);
    const token = 'a-browser-of-its-own';
    const [one, two] = [await connect(deploymentId), await connect(deploymentId)];
    const session = await ask(one, { action: 'configureSession', token, deploymentId });
    assert.equal(session.body.newSession, true);
    await ask(two, { action: 'configureSession', token, deploymentId });
    const echo = await ask(one, { action: 'onMessage', token, message: text('Hi, anybody there?') });
    assert.equal(echo.type, 'message');
    assert.equal(echo.body.direction, 'Inbound');
    assert.equal(echo.body.text, 'Hi, anybody there?');
    await waitFor(() => two.frames.some(({ body }) => body.text === 'Hi, anybody there?'), {
      what: 'the other tab',
    });
    const conversation = [...ground.org.conversations.values()].at(-1);
    assert.deepEqual(
      conversation?.participants.map((each) => `${each.purpose} ${liveLeg(each).state}`),
      ['customer connected', 'workflow disconnected', 'acd connected'],
    );
    const customer = ground.org.customers.get(conversation?.customerId ?? '');
    assert.equal(customer?.name, null);
    assert.equal(customer?.externalContactId, null);
  });

  it('who write after the end are connected again on the same conversation', async () => {
    const { customer, conversation } = endedGuest(ground.org, false);
    const { token, deploymentId } = customer;
    const socket = await connect(deploymentId);
    await ask(socket, { action: 'configureSession', token, deploymentId });
    await ask(socket, { action: 'onMessage', token, message: text('One more thing') });
    const { body } = await ground.call('GET', `/api/v2/conversations/messages/${conversation.id}`);
    const leg = body.participants.find(({ purpose }: { purpose: string }) => purpose === 'customer');
    assert.equal(leg.state, 'connected');
    assert.ok(!('endTime' in leg));
    assert.equal(leg.messages.at(-1).messageStatus, 'received');
    assert.equal(body.participants.at(-1).purpose, 'acd');
    assert.equal(body.participants.at(-1).state, 'connected');
    const { body: record } = await ground.call(
      'GET',
      `/api/v2/analytics/conversations/${conversation.id}/details`,
    );
    assert.equal(record.participants[0].sessions.length, 2);
    assert.ok(!('conversationEnd' in record));
  });

  it('read their history with the JWT, which shows what waited', async () => {
    const { customer } = endedGuest(ground.org, false);
    const { token, deploymentId, externalContactId } = customer;
    await ground.call('POST', '/api/v2/conversations/messages/agentless', {
      fromAddress: deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId,
      textBody: 'While you were away',
    });
    await waitFor(() => ground.world.record.some(({ event }) => event === 'waiting'), {
      what: 'waiting on the record',
    });
    const socket = await connect(deploymentId);
    await ask(socket, { action: 'configureSession', token, deploymentId });
    const jwt = await ask(socket, { action: 'getJwt', token });
    assert.equal(jwt.class, 'JwtResponse');
    await callPlatform(
      ground.url,
      jwt.body.jwt,
      'GET',
      '/api/v2/webmessaging/messages?pageSize=1&pageNumber=2',
    );
    assert.ok(!ground.world.record.some(({ event }) => event === 'seen-in-history'), 'not on that page');
    const { status, headers, body } = await callPlatform(
      ground.url,
      jwt.body.jwt,
      'GET',
      '/api/v2/webmessaging/messages?pageSize=2',
    );
    assert.equal(status, 200);
    assert.ok(headers.get('access-control-allow-origin'));
    assert.equal(body.entities.length, 2);
    assert.equal(body.entities[0].text, 'While you were away');
    assert.ok(ground.world.record.some(({ event }) => event === 'seen-in-history'));
    assert.equal(
      (await callPlatform(ground.url, 'forged', 'GET', '/api/v2/webmessaging/messages')).status,
      401,
    );
  });

  it('may send two messages a second', async () => {
    const { customer } = endedGuest(ground.org, false);
    const { token, deploymentId } = customer;
    const socket = await connect(deploymentId);
    await ask(socket, { action: 'configureSession', token, deploymentId });
    for (const words of ['one', 'two'])
      await ask(socket, { action: 'onMessage', token, message: text(words) });
    const refused = await ask(socket, { action: 'onMessage', token, message: text('three') });
    assert.equal(refused.class, 'TooManyRequestsErrorMessage');
    assert.equal(refused.code, 429);
    assert.equal(refused.body.errorCode, 4029);
    ground.advance(1000);
    const taken = await ask(socket, { action: 'onMessage', token, message: text('three') });
    assert.equal(taken.class, 'StructuredMessage');
  });

  it('keep their conversation when the socket closes, and end it by Clear', async () => {
    const deploymentId = first([...ground.org.deployments.keys()]);
    const token = 'another-browser';
    const socket = await connect(deploymentId);
    await ask(socket, { action: 'configureSession', token, deploymentId });
    await ask(socket, { action: 'onMessage', token, message: text('Hello') });
    await socket.close();
    const conversation = [...ground.org.conversations.values()].at(-1);
    const leg = conversation?.participants[0]?.legs[0];
    assert.equal(leg?.state, 'connected');
    const again = await connect(deploymentId);
    await ask(again, { action: 'configureSession', token, deploymentId });
    const events = [{ eventType: 'Presence', presence: { type: 'Clear' } }];
    again.send({ action: 'onMessage', token, message: { type: 'Event', events } });
    await waitFor(() => again.frames.some((frame) => frame.class === 'SessionClearedEvent'), {
      what: 'the clear event',
    });
    assert.equal(leg?.state, 'disconnected');
  });

  it('get the platform’s codes for what is wrong', async () => {
    const { customer } = expiredGuest(ground.org);
    const { token, deploymentId } = customer;
    const socket = await connect(deploymentId);
    const early = await ask(socket, { action: 'onMessage', token, message: text('Hello') });
    assert.deepEqual([early.class, early.code], ['string', 4007]);
    const over = await ask(socket, { action: 'configureSession', token, deploymentId });
    assert.equal(over.class, 'SessionExpiredEvent');
    const elsewhere = await ask(socket, { action: 'configureSession', token, deploymentId: 'other' });
    assert.equal(elsewhere.code, 400);
    await ask(socket, { action: 'configureSession', token: 'fresh', deploymentId });
    const long = await ask(socket, { action: 'onMessage', token: 'fresh', message: text('x'.repeat(4097)) });
    assert.equal(long.code, 4011);
    const customAttributes = { note: 'x'.repeat(2100) };
    const heavy = {
      action: 'onMessage',
      token: 'fresh',
      message: text('Hi'),
      channel: { metadata: { customAttributes } },
    };
    assert.equal((await ask(socket, heavy)).code, 4013);
    const count = socket.frames.length;
    socket.send({ action: 'onMessage' });
    socket.send('nonsense');
    socket.send(null);
    await waitFor(() => socket.frames.length === count + 3, { what: 'three refusals' });
    const ping = await ask(socket, { action: 'echo', token: 'fresh', message: text('ping') });
    assert.equal(ping.type, 'response');
    assert.equal(ping.body.text, 'ping');
  });

  it('are refused on a deployment that does not exist', async () => {
    await assert.rejects(openSocket(`${ground.url.replace('http', 'ws')}/v1?deploymentId=none`), /404/);
  });
});
