import assert from 'node:assert/strict';
import { z } from 'zod';
import { systemPresences } from '../../src/sandbox/world/system-presences.ts';
import { waitFor } from '../../tools/program/wait-for.ts';
import { botClient } from '../support/bot-client.ts';
import { type OpenSocket, openSocket } from '../support/sandbox/open-socket.ts';
import { agentNamed, endedGuest } from '../support/sandbox/platform-ground.ts';
import { requestToken } from '../support/sandbox/request-token.ts';
import { type SdkScene, startSdkScene } from './calls/sdk-scene.ts';
import { expandedUser, firstUsers, lastUsers } from './shapes/agent-shapes.ts';
import { record } from './shapes/analytics-shapes.ts';
import {
  conversation,
  conversationEvent,
  messageConversation,
  messageConversationEvent,
  undeliveredEvent,
} from './shapes/conversation-shapes.ts';
import { errorBody, loginError } from './shapes/error-shapes.ts';
import { messages } from './shapes/message-shapes.ts';
import {
  activityEvent,
  channelFrame,
  frame,
  presenceEvent,
  routingStatusEvent,
  systemEvents,
  systemTopics,
} from './shapes/notification-shapes.ts';

function holds(shape: z.ZodType, answer: unknown, what: string): void {
  const result = shape.safeParse(answer);
  assert.ok(result.success, `${what}: ${result.error && z.prettifyError(result.error)}`);
}

describe('answers match the facts', () => {
  let scene: SdkScene;
  const sockets: OpenSocket[] = [];
  beforeEach(async () => {
    scene = await startSdkScene({ settings: { requestsPerMinute: 0, heartbeatMs: 20 } });
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) await socket.close();
    await scene.close();
  });

  it('for every seeded conversation, in every view of it', async () => {
    const { ground } = scene;
    for (const { id, messages: all } of ground.org.conversations.values()) {
      const get = async (path: string) => (await ground.call('GET', path)).body;
      holds(conversation, await get(`/api/v2/conversations/${id}`), 'conversation');
      holds(messageConversation, await get(`/api/v2/conversations/messages/${id}`), 'message conversation');
      holds(record, await get(`/api/v2/analytics/conversations/${id}/details`), 'analytics record');
      const bulk = await ground.call('POST', `/api/v2/conversations/messages/${id}/messages/bulk`, [
        ...all.map((message) => message.id),
      ]);
      holds(messages, bulk.body, 'messages');
    }
  });

  it('for a conversation that was parked, handed on and ended', async () => {
    const { ground } = scene;
    const { conversation: talk, participantId } = scene.talk();
    const path = `/api/v2/conversations/messages/${talk.id}/participants/${participantId}`;
    const look = async (what: string): Promise<void> => {
      const read = async (of: string) => (await ground.call('GET', of)).body;
      holds(conversation, await read(`/api/v2/conversations/${talk.id}`), what);
      holds(messageConversation, await read(`/api/v2/conversations/messages/${talk.id}`), what);
      holds(record, await read(`/api/v2/analytics/conversations/${talk.id}/details`), what);
    };
    const change = async (method: string, to: string, body: unknown): Promise<void> => {
      const { status } = await ground.call(method, to, body);
      assert.ok(status < 300, `${to} answered ${status}`);
    };
    await change('PATCH', `${path}/parkingstate`, { state: 'parked' });
    await look('parked');
    await change('PATCH', `${path}/parkingstate`, { state: 'connected' });
    await change('POST', `${path}/replace`, { queueId: [...ground.org.queues.keys()][1] });
    await look('handed on');
    ground.advance(60_000);
    await change('PATCH', `/api/v2/conversations/messages/${talk.id}`, { state: 'disconnected' });
    ground.advance(3_600_000);
    await look('ended');
  });

  it('for the first and the last page of a list', async () => {
    const path = '/api/v2/users?pageSize=7&expand=presence,routingStatus,outOfOffice';
    const { body: one } = await scene.ground.call('GET', '/api/v2/users?pageSize=7');
    holds(firstUsers, one, 'the first page');
    const { body: first } = await scene.ground.call('GET', path);
    const { body: last } = await scene.ground.call('GET', first.nextUri);
    holds(lastUsers, last, 'the last page');
    const { body: before } = await scene.ground.call('GET', last.previousUri);
    assert.deepEqual(before, first);
  });

  it('for users in every presence', async () => {
    const agent = agentNamed(scene.org, 'Mei Chen');
    for (const { name } of systemPresences) {
      await scene.control('POST', `/agents/${agent.id}/presence`, { presence: name });
      const path = `/api/v2/users/${agent.id}?expand=presence,routingStatus,outOfOffice`;
      holds(expandedUser, (await scene.ground.call('GET', path)).body, name);
    }
  });

  it('for refusals, whose contextId is the header’s', async () => {
    const { ground } = scene;
    const asks = [
      ['GET', '/api/v2/users/nobody', undefined, 404],
      ['GET', '/api/v2/no/such/thing', undefined, 404],
      ['DELETE', '/api/v2/users', undefined, 405],
      ['GET', '/api/v2/users?pageSize=many', undefined, 400],
      ['GET', '/api/v2/users/presences/purecloud/bulk', undefined, 400],
      ['POST', '/api/v2/users/search', '{', 400],
      ['POST', '/api/v2/users/search', { query: [{ type: 'LIKE' }] }, 400],
      ['POST', '/api/v2/users/search', 'x'.repeat(1_100_000), 413],
      ['GET', '/api/v2/conversations/none', undefined, 404],
      ['POST', '/api/v2/analytics/conversations/details/query', { interval: 'always' }, 400],
      ['POST', '/api/v2/conversations/messages/agentless', {}, 400],
      ['PUT', '/api/v2/notifications/channels/none/subscriptions', [], 404],
    ] as const;
    for (const [method, path, body, expected] of asks) {
      const answer = await ground.call(method, path, body);
      assert.equal(answer.status, expected, `${method} ${path}`);
      holds(errorBody, answer.body, `${method} ${path}`);
      assert.equal(answer.body.status, answer.status);
      assert.equal(answer.body.contextId, answer.headers.get('inin-correlation-id'));
    }
    const { body } = await requestToken(ground.url, { ...botClient(ground.org), clientSecret: 'no' });
    holds(loginError, body, 'a wrong secret');
  });

  it('in the frames of every topic', async () => {
    const { ground, org } = scene;
    const { conversation: talk, agentId, communicationId } = scene.talk();
    const away = endedGuest(org, false);
    const shapes = new Map<string, z.ZodType>([
      [`v2.users.${agentId}.presence`, presenceEvent],
      [`v2.users.${agentId}.routingStatus`, routingStatusEvent],
      [`v2.users.${agentId}.activity`, activityEvent],
      [`v2.users.${agentId}.conversations`, conversationEvent],
      [`v2.users.${agentId}.conversations.messages`, messageConversationEvent],
      [
        `v2.webmessaging.deployments.${away.conversation.deploymentId}.undelivered.messages`,
        undeliveredEvent,
      ],
    ]);
    const queueId = talk.participants.find((each) => each.queueId !== undefined)?.queueId;
    assert.ok(queueId, 'the talk came through no queue');
    shapes.set(`v2.routing.queues.${queueId}.conversations`, conversationEvent);
    shapes.set(`v2.routing.queues.${queueId}.conversations.messages`, messageConversationEvent);

    const { body: topics } = await ground.call('GET', '/api/v2/notifications/availabletopics');
    const known: { id: string }[] = topics.entities;
    assert.deepEqual(
      known.map(({ id }) => id).sort(),
      [...shapes.keys()].map((topic) => topic.replace(/[0-9a-f-]{36}/, '{id}')).sort(),
      'a topic has no shape here',
    );

    const { body: channel } = await ground.call('POST', '/api/v2/notifications/channels');
    const path = `/api/v2/notifications/channels/${channel.id}/subscriptions`;
    const put = await ground.call(
      'PUT',
      path,
      [...shapes.keys()].map((id) => ({ id })),
    );
    assert.equal(put.status, 200);
    const socket = await openSocket(channel.connectUri);
    sockets.push(socket);
    socket.send({ message: 'ping' });

    await scene.asAgent(agentId);
    const signedIn = await scene.control('POST', `/agents/${agentId}/sign-in`);
    const reply = `/api/v2/conversations/messages/${talk.id}/communications/${communicationId}/messages`;
    await fetch(`${ground.url}${reply}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${signedIn.body.accessToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ textBody: 'One moment' }),
    });
    await ground.call('PATCH', `/api/v2/conversations/messages/${talk.id}`, { state: 'disconnected' });
    await scene.control('POST', `/agents/${agentId}/presence`, { presence: 'Busy' });
    await ground.call('POST', '/api/v2/conversations/messages/agentless', {
      fromAddress: away.conversation.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: away.customer.externalContactId,
      textBody: 'Hello',
    });

    const heard = (topic: string) => socket.frames.filter(({ topicName }) => topicName === topic);
    for (const [topic, shape] of shapes) {
      await waitFor(() => heard(topic).length > 0, { what: topic });
      for (const each of heard(topic)) {
        holds(frame, each, topic);
        holds(shape, each.eventBody, topic);
      }
    }
    const beats = await waitFor(() => heard('channel.metadata')[1], { what: 'a heartbeat and the pong' });
    holds(channelFrame, beats, 'channel.metadata');
  });

  it('in what a channel is told of itself', async () => {
    const { ground } = scene;
    const end = (channelId: string) => ({
      'v2.system.socket_closing': () =>
        scene.control('POST', '/faults', { on: 'channel', channelId, what: 'socket-closing' }),
      'v2.system.no_longer_subscribed': () =>
        scene.control('POST', '/faults', { on: 'channel', channelId, what: 'evict' }),
      'v2.system.token_revoked': () => scene.control('POST', `/clients/${ground.org.clientId}/revoke`),
    });
    for (const topic of systemTopics) {
      const shape = systemEvents[topic];
      const { body: channel } = await ground.call('POST', '/api/v2/notifications/channels');
      const socket = await openSocket(channel.connectUri);
      sockets.push(socket);
      const { status } = await end(channel.id)[topic]();
      assert.equal(status, 200);
      const told = await waitFor(() => socket.frames.find(({ topicName }) => topicName === topic), {
        what: topic,
      });
      holds(frame, told, topic);
      holds(shape, told.eventBody, topic);
    }
  });
});
