import assert from 'node:assert/strict';
import sdk from 'purecloud-platform-client-v2';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { botClient } from '../../support/bot-client.ts';
import {
  agentNamed,
  connectedGuest,
  endedGuest,
  type PlatformGround,
  startPlatform,
} from './platform-ground.ts';

/** The SDK keeps one client for the whole process; it is pointed at each test's sandbox and given back its defaults. */
describe('the official SDK drives the sandbox', () => {
  const client = sdk.ApiClient.instance;
  let ground: PlatformGround;

  before(async () => {
    ground = await startPlatform();
    const { hostname, port } = new URL(ground.url);
    client.config.setGateway({ host: hostname, protocol: 'http', port: Number(port) });
    const { clientId, clientSecret } = botClient(ground.org);
    await client.loginClientCredentialsGrant(clientId, clientSecret);
  });
  after(async () => {
    client.setAccessToken('');
    await ground.close();
  });

  it('reads users, presences and queues', async () => {
    const users = await new sdk.UsersApi().getUsers({ pageSize: 100, expand: ['presence', 'routingStatus'] });
    assert.equal(users.entities?.length, 12);
    assert.ok(users.entities?.every(({ presence, routingStatus }) => presence && routingStatus));
    const ids = users.entities?.flatMap(({ id }) => id ?? []) ?? [];
    const presences = await new sdk.PresenceApi().getUsersPresencesPurecloudBulk({ id: ids });
    assert.equal(presences.length, 12);
    const queues = await new sdk.RoutingApi().getRoutingQueues({ name: 'Sales' });
    const members = await new sdk.RoutingApi().getRoutingQueueMembers(queues.entities?.[0]?.id ?? '');
    assert.ok(members.entities?.some(({ name }) => name === 'Maya Lindqvist'));
  });

  it('changes a presence', async () => {
    const { id } = agentNamed(ground.org, 'Mei Chen');
    const definition = { id: '6a3af858-942f-489d-9700-5f9bcdcdae9b' };
    const presence = await new sdk.PresenceApi().patchUserPresencesPurecloud(id, {
      presenceDefinition: definition,
    });
    assert.equal(presence.presenceDefinition?.systemPresence, 'Available');
  });

  it('makes a channel and subscribes to topics', async () => {
    const api = new sdk.NotificationsApi();
    const channel = await api.postNotificationsChannels();
    assert.match(channel.connectUri ?? '', /^ws:\/\/127\.0\.0\.1:\d+\/channels\/streaming-/);
    const topics = [...ground.org.agents.keys()].map((id) => ({
      id: `v2.users.${id}?presence&routingStatus`,
    }));
    const answer = await api.putNotificationsChannelSubscriptions(channel.id ?? '', topics, {
      ignoreErrors: true,
    });
    assert.ok(answer.entities?.every(({ state }) => state === 'Permitted'));
  });

  it('queries conversations and reads one with its messages', async () => {
    const now = Date.now();
    const found = await new sdk.AnalyticsApi().postAnalyticsConversationsDetailsQuery({
      interval: `${new Date(now - 4 * 86_400_000).toISOString()}/${new Date(now).toISOString()}`,
      order: 'desc',
      orderBy: 'conversationStart',
      paging: { pageSize: 100, pageNumber: 1 },
    });
    assert.equal(found.conversations?.length, 60);
    const api = new sdk.ConversationsApi();
    const { conversation } = connectedGuest(ground.org);
    const whole = await api.getConversation(conversation.id);
    const messageId = whole.participants?.[0]?.messages?.[0]?.messages?.[0]?.messageId ?? '';
    const message = await api.getConversationsMessageMessage(conversation.id, messageId);
    assert.equal(message.normalizedMessage?.text, conversation.messages[0]?.text);
    const bulk = await api.postConversationsMessageMessagesBulk(conversation.id, {
      body: conversation.messages.map(({ id }) => id),
    });
    assert.equal(bulk.entities?.length, conversation.messages.length);
  });

  it('sends an agentless web message', async () => {
    const { customer, conversation } = endedGuest(ground.org, true);
    assert.ok(customer.externalContactId);
    const api = new sdk.ConversationsApi();
    const sent = await api.postConversationsMessagesAgentless({
      fromAddress: conversation.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: customer.externalContactId,
      textBody: 'Written by the SDK',
    });
    assert.equal(sent.conversationId, conversation.id);
    await waitFor(
      async () => (await api.getConversationsMessageDetails(sent.id ?? '')).status === 'delivery-success',
      { what: 'the delivery' },
    );
  });

  it('hears the platform’s error body', async () => {
    await assert.rejects(
      new sdk.ConversationsApi().getConversation('none'),
      (error: { status?: number; code?: string; contextId?: string }) =>
        error.status === 404 && error.code === 'not.found' && error.contextId !== undefined,
    );
  });
});
