import assert from 'node:assert/strict';
import { openSocket } from '../../support/sandbox/open-socket.ts';
import { endedGuest } from '../../support/sandbox/platform-ground.ts';
import {
  type ConversationGround,
  last,
  servedGuest,
  startConversations,
  waitFor,
  waitingGuest,
} from './conversation-ground.ts';

describe('what an organisation does to conversations', () => {
  let ground: ConversationGround;
  beforeEach(async () => {
    ground = await startConversations();
  });
  afterEach(() => ground.close());

  it('tears one down: system on every leg, and nobody wraps up', async () => {
    const { conversation } = servedGuest(ground);
    const { status, body } = await ground.call('POST', `/api/v2/conversations/${conversation.id}/disconnect`);
    assert.equal(status, 202);
    assert.equal(body, '');
    const whole = await ground.whole(conversation.id);
    assert.equal(last(whole, 'customer').messages[0].disconnectType, 'system');
    assert.ok(whole.endTime);
  });

  it('ends idle ones after its time, told in advance, and not while somebody writes', async () => {
    const { conversation, customer } = servedGuest(ground);
    await ground.control(`/orgs/${ground.org.id}/conversation-rules`, { inactivityMinutes: 30 });
    const { inactivityTimeout } = await ground.whole(conversation.id);
    const at = conversation.messages.at(-1)?.at ?? 0;
    assert.equal(Date.parse(inactivityTimeout), at + 30 * 60_000);
    await ground.control(`/customers/${customer.id}/messages`, { text: 'Still here' });
    ground.advance(29 * 60_000);
    assert.equal(last(await ground.whole(conversation.id), 'customer').messages[0].state, 'connected');
    ground.advance(2 * 60_000);
    const over = await ground.whole(conversation.id);
    assert.equal(last(over, 'customer').messages[0].disconnectType, 'inactivity');
    assert.ok(!('inactivityTimeout' in over));
    assert.ok(over.endTime);
  });

  it('ends idle ones sooner when their time is shortened', async () => {
    const { conversation } = servedGuest(ground);
    const idleAfter = (inactivityMinutes: number) =>
      ground.control(`/orgs/${ground.org.id}/conversation-rules`, { inactivityMinutes });
    await idleAfter(1000);
    ground.advance(1);
    await idleAfter(30);
    ground.advance(31 * 60_000);
    const over = await ground.whole(conversation.id);
    assert.equal(last(over, 'customer').messages[0].disconnectType, 'inactivity');
  });

  it('ends them with the guest’s session, also one that was shortened', async () => {
    const { conversation, customer } = servedGuest(ground);
    const minutes = 10;
    await ground.control(`/deployments/${conversation.deploymentId}/messenger`, {
      sessionDurationSeconds: minutes * 60,
    });
    await ground.control(`/customers/${customer.id}/messages`, { text: 'Hello again' });
    const { queueId } = last(await ground.whole(conversation.id), 'agent');
    const topic = `v2.routing.queues.${queueId}.conversations`;
    const socket = await ground.listen(topic);
    try {
      ground.advance((minutes + 1) * 60_000);
      const heard = await waitFor(
        () =>
          socket.frames.find(
            ({ topicName, eventBody }) =>
              topicName === topic &&
              eventBody.id === conversation.id &&
              last(eventBody, 'customer').messages.at(-1).disconnectType === 'session.expired',
          ),
        { what: 'the event' },
      );
      assert.equal(last(heard.eventBody, 'agent').messages.at(-1).disconnectType, 'peer');
      assert.ok(!('startTime' in last(heard.eventBody, 'agent')));
    } finally {
      await socket.close();
    }
    const { sessions } = last(await ground.record(conversation.id), 'customer');
    assert.equal(sessions.at(-1).segments.at(-1).disconnectType, 'sessionExpired');
  });

  it('ends the one that goes on with the session, though a message came to an older one meanwhile', async () => {
    const { conversation: older, customer } = endedGuest(ground.org, false);
    ground.org.threadingMinutes = 0;
    const { conversationId } = await ground.control(`/customers/${customer.id}/messages`, { text: 'Anew' });
    assert.notEqual(conversationId, older.id);
    ground.advance(1_000);
    const [senderId] = ground.org.agents.keys();
    const path = `/api/v2/conversations/webchat/${older.id}/messages`;
    await ground.call('POST', path, { text: 'Of old', senderId, type: 'text' });
    assert.equal(older.messages.at(-1)?.text, 'Of old');
    ground.advance(customer.sessionExpiresAt - Date.now());
    const person = ground.org.conversations
      .get(conversationId)
      ?.participants.find(({ purpose }) => purpose === 'customer');
    assert.equal(person?.legs.at(-1)?.disconnectType, 'session.expired');
  });

  it('deletes and archives them: 404 from then on, and the customer begins anew', async () => {
    for (const [act, guest] of [
      ['delete', servedGuest(ground)],
      ['archive', endedGuest(ground.org, true)],
    ] as const) {
      const { id } = guest.conversation;
      const message = guest.conversation.messages[0]?.id;
      const { gone } = await ground.control(`/conversations/${id}/${act}`);
      assert.equal(gone, act === 'delete' ? 'deleted' : 'archived');
      for (const path of [
        `/api/v2/conversations/${id}`,
        `/api/v2/conversations/messages/${id}`,
        `/api/v2/conversations/messages/${message}/details`,
        `/api/v2/conversations/messages/${id}/messages/${message}`,
      ]) {
        const { status, body } = await ground.call('GET', path);
        assert.deepEqual([status, body.code], [404, 'not.found'], path);
      }
      const { conversationId } = await ground.control(`/customers/${guest.customer.id}/messages`, {
        text: 'Hi',
      });
      assert.notEqual(conversationId, id);
    }
  });

  it('sets its threading window, and messages follow it', async () => {
    const path = '/api/v2/conversations/messaging/threadingtimeline';
    const { body: before } = await ground.call('GET', path);
    assert.deepEqual(before, {
      settings: [{ messengerType: 'webmessaging', timeoutInMinutes: 4320 }],
      defaultTimeoutMinutes: 4320,
    });
    const settings = [
      { messengerType: 'webmessaging', timeoutInMinutes: 60 },
      { messengerType: 'open', timeoutInMinutes: 0 },
    ];
    const { status, body } = await ground.call('PUT', path, { settings });
    assert.equal(status, 200);
    assert.deepEqual(body.settings, settings);
    const { conversation, customer } = servedGuest(ground);
    await ground.control(`/conversations/${conversation.id}/disconnect`);
    ground.advance(59 * 60_000);
    const within = await ground.control(`/customers/${customer.id}/messages`, { text: 'One more thing' });
    assert.equal(within.conversationId, conversation.id);
    await ground.control(`/conversations/${conversation.id}/disconnect`, { by: 'customer' });
    ground.advance(61 * 60_000);
    const after = await ground.control(`/customers/${customer.id}/messages`, { text: 'Hello again' });
    assert.notEqual(after.conversationId, conversation.id);
    for (const wrong of [
      {},
      { settings: [{ messengerType: 'webmessaging', timeoutInMinutes: 4321 }] },
      { settings: [{ messengerType: 'pigeon', timeoutInMinutes: 1 }] },
    ]) {
      assert.equal((await ground.call('PUT', path, wrong)).status, 400);
    }
  });

  it('links a conversation to a contact: 202 without a body', async () => {
    const { conversation } = waitingGuest(ground);
    const leg = last(await ground.whole(conversation.id), 'customer').messages[0];
    const contactId = endedGuest(ground.org, true).customer.externalContactId;
    const path = `/api/v2/externalcontacts/conversations/${conversation.id}`;
    const ask = {
      externalContactId: contactId,
      conversationId: conversation.id,
      communicationId: leg.id,
      mediaType: 'MESSAGE',
    };
    const { status, body } = await ground.call('PUT', path, ask);
    assert.deepEqual([status, body], [202, undefined]);
    assert.equal(last(await ground.whole(conversation.id), 'customer').externalContactId, contactId);
    assert.equal(last(await ground.record(conversation.id), 'customer').externalContactId, contactId);
    const wrong = await ground.call('PUT', path, { ...ask, mediaType: 'LETTER' });
    assert.equal(wrong.body.code, 'invalid.value');
    assert.equal((await ground.call('PUT', path, { ...ask, communicationId: 'nowhere' })).status, 404);
    assert.equal((await ground.call('PUT', path, { ...ask, externalContactId: 'nobody' })).status, 404);
    const { externalContactId: _, ...unlink } = ask;
    assert.equal((await ground.call('PUT', path, unlink)).status, 202);
    assert.ok(!('externalContactId' in last(await ground.whole(conversation.id), 'customer')));
  });

  it('a guest who clears it leaves it cleared in analytics', async () => {
    const { customer, conversation } = endedGuest(ground.org, true);
    const { token, deploymentId } = customer;
    const socket = await openSocket(`${ground.url.replace('http', 'ws')}/v1?deploymentId=${deploymentId}`);
    try {
      socket.send({ action: 'configureSession', token, deploymentId });
      socket.send({ action: 'onMessage', token, message: { type: 'Text', text: 'Again' } });
      const events = [{ eventType: 'Presence', presence: { type: 'Clear' } }];
      socket.send({ action: 'onMessage', token, message: { type: 'Event', events } });
      await waitFor(() => socket.frames.some((frame) => frame.class === 'SessionClearedEvent'), {
        what: 'the clear event',
      });
    } finally {
      await socket.close();
    }
    const { sessions } = last(await ground.record(conversation.id), 'customer');
    assert.deepEqual(
      sessions.map(({ cleared }: { cleared: boolean }) => cleared),
      [false, true],
    );
    assert.equal(sessions[1].segments.at(-1).disconnectType, 'client');
  });

  it('flips a message that waited to delivered, only where its rules say so', async () => {
    for (const deliveredOnReturn of [false, true]) {
      const { customer, conversation } = endedGuest(ground.org, false);
      await ground.control(`/orgs/${ground.org.id}/conversation-rules`, { deliveredOnReturn });
      const { body } = await ground.call('POST', '/api/v2/conversations/messages/agentless', {
        fromAddress: conversation.deploymentId,
        toAddressMessengerType: 'webmessaging',
        externalContactId: customer.externalContactId,
        textBody: 'We found your tent',
      });
      ground.advance(1000);
      await ground.control(`/customers/${customer.id}/browser`, { open: true });
      const { body: details } = await ground.call('GET', `/api/v2/conversations/messages/${body.id}/details`);
      assert.equal(details.status, deliveredOnReturn ? 'delivery-success' : 'delivery-failed');
    }
  });
});
