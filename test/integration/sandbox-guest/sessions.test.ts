import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import type { OpenSocket } from '../../support/sandbox/open-socket.ts';
import { callPlatform, expiredGuest } from '../../support/sandbox/platform-ground.ts';
import { frameOf, type GuestGround, presence, shapeOf, startGuests, text } from './guest-ground.ts';

const token = 'the-browser';

describe('the sessions of guests', () => {
  let ground: GuestGround;
  beforeEach(async () => {
    ground = await startGuests();
  });
  afterEach(() => ground.close());

  const write = (socket: OpenSocket, words: string) =>
    ground.ask(socket, { action: 'onMessage', token, message: text(words) });
  const configure = (socket: OpenSocket, more: Readonly<Record<string, unknown>> = {}) =>
    ground.ask(socket, { action: 'configureSession', token, deploymentId: ground.deployment.id, ...more });
  const history = (socket: OpenSocket) => ground.historyOf(socket, token);
  const latest = () => {
    const conversation = [...ground.org.conversations.values()].at(-1);
    assert.ok(conversation);
    return conversation;
  };
  const legs = () =>
    latest().participants.map(({ purpose, legs }) => `${purpose} ${legs.at(-1)?.disconnectType ?? 'live'}`);

  /** The platform ends the running conversation. */
  async function endBySystem() {
    const { status } = await ground.call('POST', `/api/v2/conversations/${latest().id}/disconnect`);
    assert.ok(status < 300, `disconnect answered ${status}`);
  }

  it('go on when the socket closes', async () => {
    const socket = await ground.join(token);
    await write(socket, 'Hello');
    await socket.close();
    assert.deepEqual(legs(), ['customer live', 'workflow transfer', 'acd live']);
  });

  it('begin by a Join where the deployment starts by itself, once', async () => {
    await ground.set({ autoStart: true });
    const socket = await ground.join(token);
    const joined = await ground.ask(socket, { action: 'onMessage', token, message: presence('Join') });
    assert.deepEqual(shapeOf(joined), {
      type: 'message',
      class: 'StructuredMessage',
      code: 200,
      body: {
        direction: 'Inbound',
        id: '<id>',
        channel: { time: '<time>', messageId: '<id>' },
        type: 'Event',
        events: [{ eventType: 'Presence', presence: { type: 'Join' } }],
        metadata: { correlationId: '<uuid>' },
      },
      tracingId: '<trace>',
    });
    assert.deepEqual(legs(), ['customer live', 'workflow transfer', 'acd live']);
    const { id } = latest();
    socket.send({ action: 'onMessage', token, message: presence('Join') });
    ground.advance(1000);
    await write(socket, 'Hello');
    assert.equal(latest().id, id);
    assert.equal(latest().messages.length, 1);
    assert.equal((await configure(await ground.connect())).body.autoStarted, true);
    assert.deepEqual(ground.seen(token), ['did joined']);
    const entities = await history(socket);
    assert.deepEqual(
      entities.map((each: { type: string; text?: string }) => each.text ?? each.type),
      ['Hello', 'Event'],
    );
    assert.equal(entities[1].channel.time, null);
  });

  it('refuse a Join, a Clear and typing where the deployment does not have them', async () => {
    await ground.set({ conversationClear: false, showUserTypingIndicator: false });
    const socket = await ground.join(token);
    const refusal = async (message: object) => {
      ground.advance(1000);
      const { class: name, code, body } = await ground.ask(socket, { action: 'onMessage', token, message });
      return [name, code, body];
    };
    const typing = { type: 'Event', events: [{ eventType: 'Typing', typing: { type: 'On' } }] };
    assert.deepEqual(await refusal(presence('Join')), [
      'string',
      403,
      'Presence events Join are not supported',
    ]);
    assert.deepEqual(await refusal(presence('Clear')), [
      'string',
      403,
      'Presence events Conversation Clear are not supported',
    ]);
    assert.deepEqual(await refusal(typing), [
      'string',
      403,
      'Turn on the Feature Toggle or fix the configuration.',
    ]);
    assert.equal((await refusal({ type: 'Event', events: [{ eventType: 'Video' }] }))[1], 403);
  });

  it('end by Clear: every window is told and closed, and the next one finds an empty, new session', async () => {
    const one = await ground.join(token);
    const two = await ground.join(token);
    await write(one, 'Hello');
    const before = latest().id;
    one.send({ action: 'onMessage', token, message: presence('Clear') });
    for (const socket of [one, two]) {
      assert.equal(await socket.closed, 1000);
      assert.deepEqual(socket.frames.slice(-2), [
        { type: 'message', class: 'SessionClearedEvent', code: 200, body: {} },
        { type: 'message', class: 'ConnectionClosedEvent', code: 200, body: {} },
      ]);
    }
    assert.deepEqual(legs(), ['customer client', 'workflow transfer', 'acd peer']);
    const details = await ground.call('GET', `/api/v2/analytics/conversations/${before}/details`);
    assert.equal(details.body.participants[0].sessions[0].cleared, true);
    const again = await ground.connect();
    assert.equal((await configure(again)).body.newSession, true);
    assert.deepEqual(await history(again), []);
    ground.advance(1000);
    await write(again, 'From the start, then');
    assert.notEqual(latest().id, before);
    assert.equal((await history(again)).length, 1);
    assert.deepEqual(ground.seen(token), ['did cleared']);
  });

  it('tell a guest that the other side ended the conversation, who may write on (Send)', async () => {
    const socket = await ground.join(token);
    await write(socket, 'Hello');
    const { id } = latest();
    await endBySystem();
    const told = await waitFor(() => socket.frames.find(({ body }) => body.type === 'Event'), {
      what: 'the Disconnect event',
    });
    assert.deepEqual(shapeOf(told), {
      type: 'message',
      class: 'StructuredMessage',
      code: 200,
      body: {
        direction: 'Outbound',
        id: '<id>',
        channel: { time: '<time>', messageId: '<id>' },
        type: 'Event',
        events: [{ eventType: 'Presence', presence: { type: 'Disconnect' } }],
        metadata: { readOnly: 'false', correlationId: '<uuid>' },
      },
    });
    assert.equal((await write(socket, 'One more')).class, 'StructuredMessage');
    assert.equal(latest().id, id);
    assert.deepEqual(
      (await history(socket)).map((each: { type: string }) => each.type),
      ['Text', 'Event', 'Text'],
    );
  });

  it('are read-only after the end where the deployment says so, until the guest starts anew', async () => {
    await ground.set({ conversationDisconnect: { enabled: true, type: 'ReadOnly' } });
    const socket = await ground.join(token);
    await write(socket, 'Hello');
    const { id } = latest();
    await endBySystem();
    const told = await waitFor(() => socket.frames.find(({ body }) => body.type === 'Event'), {
      what: 'the Disconnect event',
    });
    assert.equal(told.body.metadata.readOnly, 'true');
    const refused = await write(socket, 'One more');
    assert.deepEqual([refused.class, refused.code], ['string', 403]);
    const other = await ground.connect();
    assert.equal((await configure(other)).body.readOnly, true);

    const start = socket.frames.length;
    await configure(socket, { startNew: true });
    const [old, fresh] = await waitFor(
      () => (socket.frames.length === start + 2 ? socket.frames.slice(start) : undefined),
      { what: 'both answers' },
    );
    assert.deepEqual([old.body.connected, old.body.readOnly, old.body.newSession], [false, true, false]);
    assert.deepEqual([fresh.body.connected, fresh.body.readOnly, fresh.body.newSession], [true, false, true]);
    assert.equal(fresh.tracingId, old.tracingId);
    ground.advance(1000);
    await write(socket, 'Anew');
    assert.notEqual(latest().id, id);
    const [entry] = ground.guestEntries(token);
    assert.deepEqual([entry?.event, entry?.what, entry?.readOnly], ['shown', 'disconnected', true]);
    assert.deepEqual(ground.seen(token), ['shown disconnected', 'did started-anew']);
  });

  it('say nothing of the end where the deployment does not', async () => {
    await ground.set({ conversationDisconnect: { enabled: false, type: 'ReadOnly' } });
    const socket = await ground.join(token);
    await write(socket, 'Hello');
    await endBySystem();
    assert.equal((await write(socket, 'One more')).class, 'StructuredMessage');
    assert.deepEqual(
      socket.frames.map(({ class: name }) => name),
      ['SessionResponse', 'StructuredMessage', 'StructuredMessage'],
    );
  });

  it('keep an end nobody saw in the history, and on the record once it is seen', async () => {
    const socket = await ground.join(token);
    await write(socket, 'Hello');
    await socket.close();
    await ground.isOffline(token);
    await endBySystem();
    assert.deepEqual(ground.seen(token), ['waiting disconnected']);
    const back = await ground.join(token);
    const entities = await history(back);
    assert.equal(entities[0].events[0].presence.type, 'Disconnect');
    await history(back);
    assert.deepEqual(ground.seen(token), ['waiting disconnected', 'seen-in-history disconnected']);
  });

  it('end when the customer hangs up', async () => {
    const socket = await ground.join(token);
    const none = await ground.ask(socket, { action: 'disconnectCustomer', token });
    assert.equal(none.code, 400);
    await write(socket, 'Hello');
    const told = await ground.ask(socket, { action: 'disconnectCustomer', token });
    assert.equal(told.body.events[0].presence.type, 'Disconnect');
    assert.deepEqual(legs(), ['customer client', 'workflow transfer', 'acd peer']);
  });

  it('run out: the legs end, every window is told, and nothing is readable any more', async () => {
    await ground.set({ sessionDurationSeconds: 600 });
    const socket = await ground.join(token);
    await write(socket, 'Hello');
    const jwt = await ground.ask(socket, { action: 'getJwt', token });
    ground.advance(500_000);
    await write(socket, 'Still here');
    ground.advance(500_000);
    assert.deepEqual(legs(), ['customer live', 'workflow transfer', 'acd live'], 'renewed by writing');
    ground.advance(101_000);
    assert.deepEqual(legs(), ['customer session.expired', 'workflow transfer', 'acd system']);
    assert.deepEqual(shapeOf(await frameOf(socket, 'SessionExpiredEvent')), {
      type: 'response',
      class: 'SessionExpiredEvent',
      code: 200,
      body: {},
    });
    assert.deepEqual(ground.seen(token), ['shown session-expired']);
    const read = await callPlatform(ground.url, jwt.body.jwt, 'GET', '/api/v2/webmessaging/messages');
    assert.equal(read.status, 401);
    assert.equal((await write(socket, 'Anybody?')).code, 4006);
    assert.equal((await configure(socket)).class, 'SessionExpiredEvent');
    assert.equal((await configure(socket, { startNew: true })).class, 'SessionExpiredEvent');
  });

  it('that had run out before are not opened again', async () => {
    const { customer } = expiredGuest(ground.org);
    const socket = await ground.connect(customer.deploymentId);
    const { token: old, deploymentId } = customer;
    const answer = await ground.ask(socket, { action: 'configureSession', token: old, deploymentId });
    assert.deepEqual([answer.type, answer.class, answer.body], ['response', 'SessionExpiredEvent', {}]);
  });

  it('take an offer to cobrowse once, and none that is not theirs', async () => {
    const socket = await ground.join(token);
    await write(socket, 'Hello');
    ground.org.cobrowses.set('offer', {
      id: 'offer',
      conversationId: latest().id,
      mode: 'view',
      joinCode: '123456789',
      createdAt: Date.now(),
      offerEndsAt: Date.now() + 60_000,
      sideIds: { agent: 'a', customer: 'c' },
      state: 'offering',
    });
    const answer = (sessionId: string, type: string) => {
      ground.advance(1000);
      const events = [{ eventType: 'CoBrowse', coBrowse: { type, sessionId } }];
      return { action: 'onMessage', token, message: { type: 'Event', events } };
    };
    socket.send(answer('offer', 'OfferingAccepted'));
    const shown = await frameOf(socket, 'StructuredMessage', 2);
    assert.equal(shown.body.events[0].coBrowse.type, 'OfferingAccepted');
    assert.equal(ground.org.cobrowses.get('offer')?.state, 'accepted');
    assert.deepEqual(ground.seen(token), ['did cobrowse-accepted']);
    for (const [code, id, type] of [
      [400, 'offer', 'OfferingRejected'],
      [400, 'another', 'OfferingAccepted'],
      [403, 'offer', 'Offering'],
    ] as const) {
      assert.equal((await ground.ask(socket, answer(id, type))).code, code, type);
    }
  });

  it('are on the record with all a guest saw and did, in order', async () => {
    await ground.set({ autoStart: true });
    const socket = await ground.join(token);
    await ground.ask(socket, { action: 'onMessage', token, message: presence('Join') });
    await write(socket, 'Hello');
    const { id, guestId } = ground.customerOf(token);
    await ground.control('POST', `/customers/${id}/typing`, {});
    const agent = [...ground.org.agents.values()].find((each) =>
      ground.deployment.queueIds.some((queue) => ground.org.queues.get(queue)?.memberIds.includes(each.id)),
    );
    const send = async (content: string) => {
      const { status } = await ground.call('POST', '/api/v2/conversations/messaging/external-messages', {
        type: 'proactive',
        channelId: ground.deployment.id,
        to: { type: 'web', id: guestId },
        from: { type: 'agent', id: agent?.id },
        body: { contentType: 'text/plain', content },
      });
      assert.equal(status, 200);
    };
    const lines = () =>
      ground.world.record.flatMap((entry) => {
        if (entry.kind === 'teams' || entry.customerId !== id) return [];
        return [`${entry.event} ${entry.kind === 'customer' ? entry.message.text : entry.what}`];
      });
    await send('Good morning');
    await waitFor(() => lines().includes('shown Good morning'), { what: 'the message to be shown' });
    await socket.close();
    await ground.isOffline(token);
    await endBySystem();
    ground.advance(1000);
    await send('Still there?');
    await waitFor(() => lines().includes('waiting Still there?'), { what: 'the message to wait' });
    await history(await ground.join(token));
    assert.deepEqual(lines(), [
      'did joined',
      'wrote Hello',
      'shown agent-typing',
      'shown Good morning',
      'waiting disconnected',
      'waiting Still there?',
      'seen-in-history disconnected',
      'seen-in-history Still there?',
    ]);
  });
});
