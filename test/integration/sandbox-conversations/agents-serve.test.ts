import assert from 'node:assert/strict';
import { endedGuest } from '../../support/sandbox/platform-ground.ts';
import {
  agentNamed,
  type ConversationGround,
  last,
  startConversations,
  waitFor,
  waitingGuest,
} from './conversation-ground.ts';

describe('a waiting customer and the agents of the queue', () => {
  let ground: ConversationGround;
  /** In every queue, and in no conversation. */
  let queueMember: string;
  beforeEach(async () => {
    ground = await startConversations();
    const { id } = agentNamed(ground.org, 'Zofia Nowak');
    queueMember = id;
    await ground.control(`/agents/${id}/presence`, { presence: 'On Queue' });
  });
  afterEach(() => ground.close());

  it('ring at an idle agent, who answers, writes, ends it and is idle again after the wrap-up', async () => {
    const { conversation, customer } = waitingGuest(ground);
    const agentId = queueMember;
    const socket = await ground.listen(
      `v2.users.${agentId}.conversations`,
      `v2.users.${agentId}.conversations.messages`,
      `v2.users.${agentId}.routingStatus`,
    );
    try {
      await ground.control(`/conversations/${conversation.id}/alert`, { agentId });
      const ringing = last(await ground.whole(conversation.id), 'agent');
      assert.equal(ringing.messages[0].state, 'alerting');
      assert.ok(ringing.messages[0].startAlertingTime);
      assert.ok(!('connectedTime' in ringing.messages[0]));
      assert.equal(await ground.routingOf(agentId), 'IDLE');

      ground.advance(4000);
      await ground.control(`/conversations/${conversation.id}/answer`);
      const talking = await ground.whole(conversation.id);
      assert.equal(last(talking, 'agent').messages[0].state, 'connected');
      assert.equal(last(talking, 'acd').messages[0].disconnectType, 'transfer');
      assert.equal(await ground.routingOf(agentId), 'INTERACTING');

      const { messageId } = await ground.control(`/conversations/${conversation.id}/messages`, {
        text: 'How can I help?',
      });
      const { body: message } = await ground.call(
        'GET',
        `/api/v2/conversations/messages/${messageId}/details`,
      );
      assert.equal(message.direction, 'outbound');
      assert.equal(message.normalizedMessage.originatingEntity, 'Human');
      assert.equal(message.toAddress, customer.guestId);

      ground.advance(60_000);
      await ground.control(`/conversations/${conversation.id}/disconnect`);
      const ended = await ground.whole(conversation.id);
      assert.equal(last(ended, 'agent').messages[0].disconnectType, 'client');
      assert.equal(last(ended, 'customer').messages[0].disconnectType, 'peer');
      assert.ok(!('endTime' in ended), 'the after-call work goes on');
      assert.equal(await ground.routingOf(agentId), 'INTERACTING');
      ground.advance(1000);
      const record = await ground.record(conversation.id);
      const [session] = last(record, 'agent').sessions;
      assert.deepEqual(
        session.segments.map(({ segmentType }: { segmentType: string }) => segmentType),
        ['alert', 'interact', 'wrapup'],
      );
      assert.equal(session.segments[1].disconnectType, 'client');
      assert.equal(record.conversationEnd, session.segments[2].segmentEnd);
      assert.ok(record.conversationEnd > session.segments[1].segmentEnd);
      assert.equal(last(record, 'customer').sessions[0].peerId, session.sessionId);
      assert.equal(await ground.routingOf(agentId), 'IDLE');

      const routing = () =>
        socket.frames
          .filter(({ topicName }) => topicName.endsWith('routingStatus'))
          .map(({ eventBody }) => eventBody.routingStatus.status);
      await waitFor(() => routing().at(-1) === 'IDLE', { what: 'the agent idle again' });
      assert.deepEqual(routing(), ['INTERACTING', 'IDLE']);
      const states = socket.frames
        .filter(({ topicName }) => topicName.endsWith('.conversations'))
        .map(({ eventBody }) => last(eventBody, 'agent').messages[0].state);
      assert.deepEqual([...new Set(states)], ['alerting', 'connected', 'disconnected']);
    } finally {
      await socket.close();
    }
  });

  it('count a missed alert: the agent is NOT_RESPONDING, the customer waits on', async () => {
    const { conversation } = waitingGuest(ground);
    await ground.control(`/conversations/${conversation.id}/alert`, { agentId: queueMember });
    ground.advance(30_000);
    const missed = await ground.whole(conversation.id);
    assert.equal(last(missed, 'agent').messages[0].disconnectType, 'transfer.noanswer');
    assert.equal(last(missed, 'acd').messages[0].state, 'connected');
    assert.equal(await ground.routingOf(queueMember), 'NOT_RESPONDING');
    const [session] = last(await ground.record(conversation.id), 'agent').sessions;
    assert.equal(session.segments.length, 1);
    assert.equal(session.segments[0].segmentType, 'alert');
    assert.equal(session.segments[0].disconnectType, 'noAnswerTransfer');
    assert.ok(!session.metrics.some(({ name }: { name: string }) => name === 'tAnswered'));
  });

  it('are brought together by themselves where the organisation routes automatically', async () => {
    const { conversation } = waitingGuest(ground);
    await ground.control(`/orgs/${ground.org.id}/conversation-rules`, {
      routing: 'automatic',
      afterCallWorkSeconds: 5,
    });
    const ringing = (id: string) =>
      waitFor(
        async () => last(await ground.whole(id), 'agent')?.messages.at(-1).state === 'alerting' || undefined,
        { what: 'the ringing' },
      );
    await ringing(conversation.id);

    for (const { id, routingStatus } of ground.org.agents.values()) {
      if (routingStatus === 'OFF_QUEUE')
        await ground.control(`/agents/${id}/presence`, { presence: 'On Queue' });
    }
    const { customer } = endedGuest(ground.org, true);
    const { conversationId } = await ground.control(`/customers/${customer.id}/messages`, {
      text: 'Again me',
    });
    await ringing(conversationId);
  });

  it('park and resume: the agent has room for another, and goes on at the resume time', async () => {
    const { conversation } = waitingGuest(ground);
    await ground.control(`/conversations/${conversation.id}/answer`, { agentId: queueMember });
    await ground.control(`/conversations/${conversation.id}/park`, { resumeInSeconds: 600 });
    const parked = await ground.whole(conversation.id);
    const [leg] = last(parked, 'agent').messages;
    assert.equal(leg.state, 'parked');
    assert.equal(Date.parse(leg.resumeTime) - Date.parse(leg.parkTime), 600_000);
    assert.equal(await ground.routingOf(queueMember), 'IDLE');
    assert.equal(last(parked, 'customer').messages[0].state, 'connected');
    ground.advance(600_000);
    const [resumed] = last(await ground.whole(conversation.id), 'agent').messages;
    assert.equal(resumed.state, 'connected');
    assert.ok(!('parkTime' in resumed));
    assert.equal(await ground.routingOf(queueMember), 'INTERACTING');
    const [session] = last(await ground.record(conversation.id), 'agent').sessions;
    assert.deepEqual(
      session.segments.map(({ segmentType }: { segmentType: string }) => segmentType),
      ['alert', 'interact', 'parked', 'interact'],
    );
  });

  it('transfer: each way back to an agent is one more leg, of which only the last is live', async () => {
    const { conversation, queueId } = waitingGuest(ground);
    await ground.control(`/conversations/${conversation.id}/answer`, { agentId: queueMember });
    ground.advance(10_000);
    await ground.control(`/conversations/${conversation.id}/transfer`, { queueId });
    const queued = await ground.whole(conversation.id);
    assert.equal(last(queued, 'agent').messages[0].disconnectType, 'transfer');
    assert.equal(last(queued, 'acd').messages[0].state, 'connected');
    assert.equal(queued.recentTransfers[0].state, 'Complete');
    assert.deepEqual(queued.recentTransfers[0].initiator, { userId: queueMember });
    ground.advance(2000);
    await ground.control(`/conversations/${conversation.id}/answer`, { agentId: queueMember });
    const { messages } = last(await ground.whole(conversation.id), 'agent');
    assert.deepEqual(
      messages.map(({ state }: { state: string }) => state),
      ['disconnected', 'connected'],
    );
    const record = await ground.record(conversation.id);
    const sessions = last(record, 'agent').sessions;
    assert.deepEqual(
      sessions.map(({ sessionId }: { sessionId: string }) => sessionId),
      messages.map(({ id }: { id: string }) => id),
    );
    assert.equal(last(record, 'customer').sessions[0].peerId, sessions[1].sessionId);
    const other = agentNamed(ground.org, 'Daniel Okafor').id;
    await ground.control(`/conversations/${conversation.id}/transfer`, { toAgentId: other });
    const given = await ground.whole(conversation.id);
    assert.equal(last(given, 'agent').userId, other);
    assert.equal(last(given, 'agent').messages[0].state, 'alerting');
    assert.equal(given.recentTransfers.at(-1).state, 'Pending');
    assert.deepEqual(given.recentTransfers.at(-1).destination, { userId: other });
  });

  it('refuse what cannot be, in a sentence', async () => {
    const { conversation } = waitingGuest(ground);
    for (const [act, body] of [
      ['messages', { text: 'Hi' }],
      ['park', {}],
      ['resume', {}],
      ['transfer', {}],
      ['wrap-up', {}],
      ['answer', { agentId: 'nobody' }],
      ['disconnect', { by: 'agent' }],
    ] as const) {
      const { error } = await ground.control(`/conversations/${conversation.id}/${act}`, body, 400);
      assert.equal(typeof error, 'string', act);
    }
    await ground.control('/conversations/nowhere/answer', {}, 404);
  });
});
