import assert from 'node:assert/strict';
import sdk from 'purecloud-platform-client-v2';
import { z } from 'zod';
import { waitFor } from '../../tools/program/wait-for.ts';
import { type OpenSocket, openSocket } from '../support/sandbox/open-socket.ts';
import { agentNamed, endedGuest } from '../support/sandbox/platform-ground.ts';
import { type SdkScene, startSdkScene } from './calls/sdk-scene.ts';
import { backTo, codeOf, signInClient } from './calls/sign-in-client.ts';

const hour = 3_600_000;

/** With the permissions of the seeded role, which are the product's own, and nothing but the SDK and a WebSocket. */
describe('the bot’s whole chain of calls, walked by the official SDK', () => {
  let scene: SdkScene;
  const sockets: OpenSocket[] = [];
  beforeEach(async () => {
    scene = await startSdkScene({ strict: true });
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) await socket.close();
    await scene.close();
  });

  const notifications = new sdk.NotificationsApi();
  const conversations = new sdk.ConversationsApi();

  async function agentsOfQueues(): Promise<string[]> {
    const routing = new sdk.RoutingApi();
    const { entities: queues = [] } = await routing.getRoutingQueues({ pageSize: 100 });
    const ids = new Set<string>();
    for (const { id = '' } of queues) {
      for (let pageNumber = 1; ; pageNumber += 1) {
        const page = await routing.getRoutingQueueMembers(id, { pageSize: 3, pageNumber });
        for (const member of page.entities ?? []) ids.add(member.id ?? '');
        if (page.nextUri === undefined) break;
      }
    }
    return [...ids];
  }

  async function listen(topics: readonly string[]): Promise<OpenSocket> {
    const channel = await notifications.postNotificationsChannels();
    const socket = await openSocket(channel.connectUri ?? '');
    sockets.push(socket);
    const { entities } = await notifications.putNotificationsChannelSubscriptions(
      channel.id ?? '',
      topics.map((id) => ({ id })),
      { ignoreErrors: true },
    );
    assert.ok(entities?.every(({ state }) => state === 'Permitted'));
    socket.send({ message: 'ping' });
    await waitFor(() => socket.frames.find(({ eventBody }) => eventBody.message === 'pong'), {
      what: 'pong',
    });
    return socket;
  }

  /** Customers of the last day with a contact, by analytics: who, where, and whether they are being talked to. */
  async function customersOfToday() {
    const now = Date.now();
    const { conversations: found = [] } = await new sdk.AnalyticsApi().postAnalyticsConversationsDetailsQuery(
      {
        interval: `${new Date(now - 96 * hour).toISOString()}/${new Date(now).toISOString()}`,
        order: 'desc',
        orderBy: 'conversationStart',
        paging: { pageSize: 100, pageNumber: 1 },
        segmentFilters: [
          {
            type: 'and',
            predicates: [{ dimension: 'messageType', value: 'webmessaging' }],
          },
        ],
      },
    );
    return found.flatMap(({ conversationId = '', participants = [] }) => {
      const customer = participants.find(({ purpose }) => purpose === 'customer');
      const leg = customer?.sessions?.at(-1);
      const end = leg?.segments?.at(-1)?.segmentEnd;
      if (customer?.externalContactId === undefined || leg === undefined) return [];
      if (end !== undefined && Date.parse(end) < now - 24 * hour) return [];
      return {
        conversationId,
        contactId: customer.externalContactId,
        deploymentId: leg.addressTo ?? '',
        end,
      };
    });
  }

  it('from the token to the delivered message', async () => {
    const topics = await notifications.getNotificationsAvailabletopics({ expand: ['requiresPermissions'] });
    assert.ok(topics.entities?.some(({ id }) => id === 'v2.users.{id}.presence'));

    const agents = await agentsOfQueues();
    assert.equal(agents.length, scene.org.agents.size);
    const presences = await new sdk.PresenceApi().getUsersPresencesPurecloudBulk({ id: agents });
    assert.deepEqual(
      presences.map(({ userId }) => userId),
      agents,
    );
    const free = agentNamed(scene.org, 'Mei Chen');
    const before = await new sdk.UsersApi().getUserRoutingstatus(free.id);
    assert.equal(before.status, 'OFF_QUEUE');

    const deploymentIds = [...new Set((await customersOfToday()).map(({ deploymentId }) => deploymentId))];
    assert.equal(deploymentIds.length, 2);
    const socket = await listen([
      ...agents.map((id) => `v2.users.${id}?presence&routingStatus`),
      ...deploymentIds.map((id) => `v2.webmessaging.deployments.${id}.undelivered.messages`),
    ]);
    await scene.control('POST', `/agents/${free.id}/presence`, { presence: 'On Queue' });
    for (const topic of ['presence', 'routingStatus']) {
      await waitFor(
        () => socket.frames.find(({ topicName }) => topicName === `v2.users.${free.id}.${topic}`),
        { what: topic },
      );
    }

    const online = endedGuest(scene.org, true).customer;
    const one = (await customersOfToday()).find(({ contactId }) => contactId === online.externalContactId);
    assert.ok(one, 'analytics does not know the customer');
    const truth = await conversations.getConversation(one.conversationId);
    const leg = truth.participants.find(({ purpose }) => purpose === 'customer')?.messages?.at(-1);
    assert.equal(leg?.state, 'disconnected');
    const lastId = leg?.messages?.at(-1)?.messageId ?? '';
    const last = await conversations.getConversationsMessageMessage(one.conversationId, lastId);
    assert.equal(last.direction, 'inbound');

    const sent = await conversations.postConversationsMessagesAgentless({
      fromAddress: one.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: one.contactId,
      textBody: 'Mei has time for you now.',
    });
    assert.equal(sent.conversationId, one.conversationId);
    await waitFor(
      async () =>
        (await conversations.getConversationsMessageDetails(sent.id ?? '')).status === 'delivery-success',
      { what: 'the delivery' },
    );
  });

  it('to a customer who is away: delivery-failed, and the undelivered event', async () => {
    const { customer, conversation } = endedGuest(scene.org, false);
    const socket = await listen([
      `v2.webmessaging.deployments.${conversation.deploymentId}.undelivered.messages`,
    ]);
    const sent = await conversations.postConversationsMessagesAgentless({
      fromAddress: conversation.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: customer.externalContactId ?? '',
      textBody: 'Mei has time for you now.',
    });
    const event = await waitFor(
      () => socket.frames.find(({ topicName }) => topicName.endsWith('.undelivered.messages')),
      { what: 'the undelivered event' },
    );
    assert.equal(event.eventBody.messages[0].id, sent.id);
    const { status } = await conversations.getConversationsMessageDetails(sent.id ?? '');
    assert.equal(status, 'delivery-failed');
  });

  it('as an agent who signs in, answers a customer and signs in anew with the refresh token', async () => {
    const talk = scene.talk();
    const { clientId, clientSecret } = await signInClient(scene);
    const code = await codeOf(scene, talk.agentId, {
      client_id: clientId,
      response_type: 'code',
      redirect_uri: backTo,
    });
    const client = sdk.ApiClient.instance;
    const first = await client.loginCodeAuthorizationGrant(clientId, clientSecret, code, backTo);
    const me = await new sdk.UsersApi().getUsersMe();
    assert.equal(me.id, talk.agentId);
    const sent = await conversations.postConversationsMessageCommunicationMessages(
      talk.conversation.id,
      talk.communicationId,
      { textBody: 'One moment' },
    );
    assert.equal(sent.direction, 'outbound');
    // Missing in the SDK's types.
    const { refreshToken } = z.object({ refreshToken: z.string() }).parse(first);
    const second = await client.refreshCodeAuthorizationGrant(clientId, clientSecret, refreshToken);
    assert.notEqual(second.accessToken, undefined);
    assert.equal((await new sdk.UsersApi().getUsersMe()).id, talk.agentId);
  });

  it('is refused what the role does not grant, by name', async () => {
    await assert.rejects(
      new sdk.UsersApi().postUsersSearch({ query: [{ type: 'MATCH_ALL' }] }),
      (error: { status?: number; code?: string; message?: string }) =>
        error.status === 403 &&
        error.code === 'missing.permissions' &&
        error.message?.includes('directory:user:view') === true,
    );
  });
});
