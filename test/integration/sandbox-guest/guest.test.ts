import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import type { OpenSocket } from '../../support/sandbox/open-socket.ts';
import { callPlatform, endedGuest } from '../../support/sandbox/platform-ground.ts';
import { frameOf, type GuestGround, shapeOf, startGuests, text } from './guest-ground.ts';

describe('guests on the web messaging socket', () => {
  let ground: GuestGround;
  beforeEach(async () => {
    ground = await startGuests();
  });
  afterEach(() => ground.close());

  /** An agentless message to this customer. */
  async function send(customer: { deploymentId: string; externalContactId: string | null }, words: string) {
    const { status } = await ground.call('POST', '/api/v2/conversations/messages/agentless', {
      fromAddress: customer.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: customer.externalContactId,
      textBody: words,
    });
    assert.equal(status, 200);
  }

  const recorded = (event: string) =>
    waitFor(() => ground.world.record.find((entry) => entry.event === event), {
      what: `${event} on the record`,
    });

  it('resume the session of a known token, without a replay, and see what is sent to it', async () => {
    const { customer } = endedGuest(ground.org, false);
    const { token, deploymentId } = customer;
    const socket = await ground.connect(deploymentId);
    const session = await ground.ask(socket, { action: 'configureSession', token, deploymentId });
    assert.deepEqual(shapeOf({ ...session, body: { ...session.body, expirationDate: 0 } }), {
      type: 'response',
      class: 'SessionResponse',
      code: 200,
      body: {
        connected: true,
        newSession: false,
        readOnly: false,
        autoStarted: false,
        maxCustomDataBytes: 2048,
        allowedMedia: { inbound: { fileTypes: [], maxFileSizeKB: 0 } },
        blockedExtensions: [],
        clearedExistingSession: false,
        durationSeconds: 4 * 24 * 3600,
        expirationDate: 0,
      },
      tracingId: '<trace>',
    });
    const left = session.body.expirationDate - Date.now() / 1000;
    assert.ok(Math.abs(left - 4 * 24 * 3600) < 60, `the session lasts ${left} s from now`);
    await send(customer, 'Still looking for that tent?');
    const frame = await frameOf(socket, 'StructuredMessage');
    assert.deepEqual(shapeOf(frame), {
      type: 'message',
      class: 'StructuredMessage',
      code: 200,
      body: {
        id: '<id>',
        type: 'Text',
        text: 'Still looking for that tent?',
        metadata: { correlationId: '<uuid>' },
        direction: 'Outbound',
        originatingEntity: 'Bot',
        channel: { time: '<time>', type: 'Private' },
      },
    });
    await recorded('shown');
    assert.equal(socket.frames.length, 2);
  });

  it('are online only while a socket is open', async () => {
    const { customer } = endedGuest(ground.org, false);
    const socket = await ground.join(customer.token, customer.deploymentId);
    await socket.close();
    await send(customer, 'Hello');
    await recorded('waiting');
  });

  it('with a new token are anonymous and begin a conversation with their first message', async () => {
    const token = 'a-browser-of-its-own';
    const one = await ground.connect();
    const session = await ground.ask(one, {
      action: 'configureSession',
      token,
      deploymentId: ground.deployment.id,
    });
    assert.equal(session.body.newSession, true);
    const two = await ground.join(token);
    const echo = await ground.ask(one, {
      action: 'onMessage',
      token,
      message: { ...text('Hi, anybody there?'), metadata: { customMessageId: 'mine-1' } },
    });
    assert.deepEqual(shapeOf(echo), {
      type: 'message',
      class: 'StructuredMessage',
      code: 200,
      body: {
        id: '<id>',
        type: 'Text',
        text: 'Hi, anybody there?',
        metadata: { customMessageId: 'mine-1', correlationId: '<uuid>' },
        direction: 'Inbound',
        originatingEntity: '',
        channel: { time: '<time>', messageId: '<id>' },
      },
      tracingId: '<trace>',
    });
    assert.deepEqual(await frameOf(two, 'StructuredMessage'), echo);
    const conversation = [...ground.org.conversations.values()].at(-1);
    assert.deepEqual(
      conversation?.participants.map(({ purpose, legs }) => `${purpose} ${legs.at(-1)?.state}`),
      ['customer connected', 'workflow disconnected', 'acd connected'],
    );
    const customer = ground.customerOf(token);
    assert.deepEqual([customer.name, customer.externalContactId], [null, null]);
  });

  it('who write after the end are connected again on the same conversation', async () => {
    const { customer, conversation } = endedGuest(ground.org, false);
    const socket = await ground.join(customer.token, customer.deploymentId);
    await ground.ask(socket, { action: 'onMessage', token: customer.token, message: text('One more thing') });
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

  it('answer a quick reply, which stands in the history as it was', async () => {
    const token = 'a-quick-browser';
    const socket = await ground.join(token);
    const content = [
      {
        contentType: 'ButtonResponse',
        buttonResponse: { text: 'Yes, please', payload: 'yes', type: 'QuickReply' },
      },
    ];
    const echo = await ground.ask(socket, {
      action: 'onMessage',
      token,
      message: { type: 'Structured', text: 'Yes, please', content },
    });
    assert.deepEqual([echo.body.type, echo.body.text], ['Structured', 'Yes, please']);
    assert.deepEqual(echo.body.content, content);
    const { body } = await historyOf(socket, token);
    const conversation = [...ground.org.conversations.values()].at(-1);
    const written = conversation?.messages[0]?.id;
    const view = await ground.call('GET', `/api/v2/conversations/messages/${conversation?.id}`);
    assert.deepEqual(view.body.participants[0].messages[0].messageMetadata, {
      type: 'Structured',
      events: [],
      content: [{ contentType: 'ButtonResponse' }],
    });
    const { body: data } = await ground.call('GET', `/api/v2/conversations/messages/${written}/details`);
    assert.deepEqual([data.normalizedMessage.type, data.normalizedMessage.content], ['Structured', content]);
    assert.deepEqual([body.entities[0].type, body.entities[0].content], ['Structured', content]);
  });

  it('have what they send along on the conversation: custom attributes, beside or inside the message', async () => {
    const token = 'a-browser-with-attributes';
    const socket = await ground.join(token);
    const channel = (customAttributes: Record<string, string>) => ({ metadata: { customAttributes } });
    await ground.ask(socket, {
      action: 'onMessage',
      token,
      message: { ...text('One'), channel: channel({ cart: '3 items' }) },
    });
    await ground.ask(socket, {
      action: 'onMessage',
      token,
      message: text('Two'),
      channel: channel({ page: 'tents' }),
    });
    const conversation = [...ground.org.conversations.values()].at(-1);
    assert.deepEqual(conversation?.participants[0]?.attributes, {
      timeZone: 'Etc/UTC',
      cart: '3 items',
      page: 'tents',
    });
  });

  async function historyOf(socket: OpenSocket, token: string, query = '') {
    const jwt = await ground.ask(socket, { action: 'getJwt', token });
    assert.equal(jwt.class, 'JwtResponse');
    assert.ok(jwt.body.exp > Date.now() / 1000);
    return callPlatform(ground.url, jwt.body.jwt, 'GET', `/api/v2/webmessaging/messages${query}`);
  }

  it('read their history by pages, newest first, which shows what waited', async () => {
    const { customer } = endedGuest(ground.org, false);
    const { token, deploymentId } = customer;
    await send(customer, 'While you were away');
    await recorded('waiting');
    const socket = await ground.join(token, deploymentId);
    await historyOf(socket, token, '?pageSize=1&pageNumber=2');
    assert.ok(!ground.world.record.some(({ event }) => event === 'seen-in-history'), 'not on that page');
    const { status, headers, body } = await historyOf(socket, token, '?pageSize=2');
    assert.equal(status, 200);
    assert.ok(headers.get('access-control-allow-origin'));
    assert.deepEqual(Object.keys(body).sort(), ['entities', 'pageCount', 'pageNumber', 'pageSize', 'total']);
    assert.equal(body.entities.length, 2);
    assert.equal(body.pageCount, Math.ceil(body.total / 2));
    assert.equal(body.entities[0].text, 'While you were away');
    assert.ok(body.entities[0].channel.time > body.entities[1].channel.time);
    assert.ok(ground.world.record.some(({ event }) => event === 'seen-in-history'));
    const beyond = await historyOf(socket, token, '?pageSize=2&pageNumber=99');
    assert.deepEqual(beyond.body.entities, []);
    for (const query of ['?pageSize=0', '?pageSize=x', '?pageNumber=0']) {
      assert.equal((await historyOf(socket, token, query)).status, 400, query);
    }
  });

  it('read nothing with a JWT that is forged or over', async () => {
    const { customer } = endedGuest(ground.org, false);
    const socket = await ground.join(customer.token, customer.deploymentId);
    const jwt = await ground.ask(socket, { action: 'getJwt', token: customer.token });
    const read = (token: string) => callPlatform(ground.url, token, 'GET', '/api/v2/webmessaging/messages');
    assert.equal((await read(jwt.body.jwt)).status, 200);
    const forged = await read('forged');
    assert.deepEqual([forged.status, forged.body.code], [401, 'bad.credentials']);
    ground.advance(2 * 3_600_000);
    assert.equal((await read(jwt.body.jwt)).status, 401);
  });

  it('may send two messages a second', async () => {
    const token = 'a-hasty-browser';
    const socket = await ground.join(token);
    for (const words of ['one', 'two']) {
      await ground.ask(socket, { action: 'onMessage', token, message: text(words) });
    }
    const refused = await ground.ask(socket, { action: 'onMessage', token, message: text('three') });
    assert.deepEqual(shapeOf(refused), {
      type: 'response',
      class: 'TooManyRequestsErrorMessage',
      code: 429,
      body: { retryAfter: 1, errorCode: 4029, errorMessage: 'Message rate too high for this session' },
      tracingId: '<trace>',
    });
    ground.advance(1000);
    const taken = await ground.ask(socket, { action: 'onMessage', token, message: text('three') });
    assert.equal(taken.class, 'StructuredMessage');
  });
});
