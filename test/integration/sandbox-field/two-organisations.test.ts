import assert from 'node:assert/strict';
import type { Org } from '../../../src/sandbox/world/org.ts';
import { connectedGuest, first, type Guest } from '../../support/sandbox/platform-ground.ts';
import { type FieldGround, type Side, startField } from './field-ground.ts';

interface Listed {
  readonly method: string;
  readonly path: string;
  readonly permissions?: { readonly all?: string[]; readonly any?: string[] };
}

/** Bodies that are right but for whose ids they carry; what is not here takes `{}` or nothing. */
const bodies = (ids: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> => ({
  'PATCH /api/v2/users/{userId}/presences/purecloud': {
    presenceDefinition: { id: '31fe3bac-dea6-44b7-bed7-47f91660a1a0' },
  },
  'PUT /api/v2/users/{userId}/routingstatus': { status: 'IDLE' },
  'PUT /api/v2/notifications/channels/{channelId}/subscriptions': [],
  'POST /api/v2/notifications/channels/{channelId}/subscriptions': [],
  'POST /api/v2/conversations/messages/{conversationId}/messages/bulk': [ids.messageId],
  'POST /api/v2/communications/conversations/{conversationId}/participants/{participantId}/messages': {
    messageType: 'proactive',
    content: { text: 'Hello' },
  },
  'POST /api/v2/conversations/webchat/{conversationId}/messages': {
    text: 'Hello',
    senderId: 'x',
    type: 'text',
  },
  'PATCH /api/v2/externalcontacts/contacts/{contactId}/identifiers': {
    operation: 'Claim',
    identifier: { type: 'Cookie', value: 'x' },
  },
  'POST /api/v2/conversations/messages/{conversationId}/communications/{communicationId}/messages': {
    textBody: 'Hello',
  },
  'POST /api/v2/conversations/messages/{conversationId}/communications/{communicationId}/typing': {
    typing: { type: 'On', duration: 1000 },
  },
  'PATCH /api/v2/conversations/messages/{conversationId}': { state: 'disconnected' },
  'PATCH /api/v2/conversations/messages/{conversationId}/participants/{participantId}': {
    state: 'disconnected',
  },
  'PATCH /api/v2/conversations/messages/{conversationId}/participants/{participantId}/parkingstate': {
    state: 'parked',
  },
  'POST /api/v2/conversations/messages/{conversationId}/participants/{participantId}/replace': {
    queueId: ids.queueId,
  },
  'POST /api/v2/conversations/{conversationId}/assign': { id: ids.userId },
  'PUT /api/v2/externalcontacts/conversations/{conversationId}': {
    conversationId: ids.conversationId,
    communicationId: ids.communicationId,
    mediaType: 'MESSAGE',
  },
});

/** Open to everybody: messengers fetch it before they know anybody. */
const open = ['/webdeployments/v1/deployments/{deploymentId}/config.json'];
/** The platform says OFF_QUEUE of whoever it does not know. */
const unknownIsOffQueue = 'GET /api/v2/users/{userId}/routingstatus';

describe('two organisations', () => {
  let ground: FieldGround;
  let guest: Guest;
  beforeEach(async () => {
    ground = await startField();
    guest = connectedGuest(ground.near.org);
  });
  afterEach(() => ground.close());

  const listed = async (): Promise<Listed[]> => (await ground.control('GET', '/endpoints')).body.endpoints;

  async function idsOf({ org, call, callAs }: Side): Promise<Record<string, string>> {
    const { conversation } = guest;
    const agent = conversation.participants.find(({ purpose }) => purpose === 'agent');
    assert.ok(agent?.userId);
    const channel = await call('POST', '/api/v2/notifications/channels');
    const offer = await callAs(agent.userId, 'POST', `/api/v2/conversations/${conversation.id}/cobrowse`);
    assert.equal(offer.status, 200);
    return {
      channelId: channel.body.id,
      communicationId: agent.legs[0].communicationId,
      contactId: first([...org.contacts.keys()]),
      conversationId: conversation.id,
      deploymentId: conversation.deploymentId,
      externalSourceId: first([...org.externalSources.keys()]),
      messageId: first(conversation.messages).id,
      participantId: agent.id,
      queueId: first([...org.queues.keys()]),
      sessionId: offer.body.id,
      userId: agent.userId,
    };
  }

  it('nothing of the one is found with a token of the other, at any endpoint that takes an id', async () => {
    const ids = await idsOf(ground.near);
    const endpoints = await listed();
    await ground.far.set({
      agentPermissions: endpoints.flatMap(({ permissions: { all = [], any = [] } = {} }) => [...all, ...any]),
    });
    const given = bodies(ids);
    const stranger = first([...ground.far.org.agents.keys()]);
    const before = structuredClone(ground.near.org);
    let asked = 0;
    for (const { method, path } of endpoints) {
      if (!path.includes('{') || open.includes(path)) continue;
      asked += 1;
      const name = `${method} ${path}`;
      const body = given[name] ?? (['POST', 'PUT', 'PATCH'].includes(method) ? {} : undefined);
      // What nobody has made up an id for is asked for by one that nobody has.
      const real = path.replaceAll(/\{(\w+)\}/g, (_, id: string) => ids[id] ?? crypto.randomUUID());
      const answers = [
        await ground.far.call(method, real, body),
        await ground.far.callAs(stranger, method, real, body),
      ];
      const statuses = answers.map(({ status }) => status);
      if (name === unknownIsOffQueue) {
        for (const { body: answer } of answers) assert.equal(answer.status, 'OFF_QUEUE');
      } else if (given[name] !== undefined || body === undefined) {
        assert.ok(statuses.includes(404), `${name} answers ${statuses}`);
        // One of the two may be refused for being a client or an agent.
        assert.ok(
          statuses.every((status) => status === 404 || status === 403),
          `${name} answers ${statuses}`,
        );
      } else {
        assert.ok(
          statuses.every((status) => status >= 400 && status < 500),
          `${name} answers ${statuses}`,
        );
      }
    }
    assert.ok(asked > 30, `${asked} endpoints take an id`);
    assert.deepEqual(structuredClone(ground.near.org), before);
  });

  it('nothing of the one is named to the other where ids are in a body or a query', async () => {
    const ids = await idsOf(ground.near);
    const { near, far } = ground;
    const now = Date.now();
    const interval = `${new Date(now - 86_400_000 * 3).toISOString()}/${new Date(now + 60_000).toISOString()}`;
    const before = structuredClone(near.org);
    const calls: readonly [string, string, unknown?][] = [
      ['GET', `/api/v2/users?id=${ids.userId}`],
      ['GET', `/api/v2/users/presences/purecloud/bulk?id=${ids.userId}`],
      ['GET', '/api/v2/users'],
      ['GET', '/api/v2/routing/queues'],
      ['GET', '/api/v2/webdeployments/deployments'],
      ['GET', '/api/v2/externalcontacts/contacts'],
      ['GET', '/api/v2/externalcontacts/externalsources'],
      [
        'POST',
        '/api/v2/users/search',
        { query: [{ fields: ['name'], value: nameOf(near.org, ids), type: 'TERM' }] },
      ],
      ['POST', '/api/v2/analytics/conversations/details/query', { interval }],
      [
        'POST',
        '/api/v2/conversations/messages/agentless',
        {
          fromAddress: ids.deploymentId,
          toAddressMessengerType: 'webmessaging',
          externalContactId: guest.customer.externalContactId,
          textBody: 'Hello',
          useExistingActiveConversation: true,
        },
      ],
      [
        'POST',
        '/api/v2/conversations/messaging/external-messages',
        {
          type: 'proactive',
          channelId: ids.deploymentId,
          to: { type: 'web', id: guest.customer.guestId },
          from: { type: 'agent', id: ids.userId },
          body: { contentType: 'text/plain', content: 'Hello' },
        },
      ],
      [
        'POST',
        '/api/v2/cobrowse/sessions',
        {
          id: 'x',
          type: 'cobrowse',
          initiator: { id: first([...far.org.agents.keys()]), type: 'user' },
          target: { id: ids.conversationId, type: 'interaction' },
        },
      ],
      ['POST', '/api/v2/messaging/conversations', { userId: ids.contactId }],
      [
        'POST',
        '/api/v2/externalcontacts/identifierlookup/contacts',
        { type: 'ExternalId', value: 'CRM-1001', externalSource: { id: ids.externalSourceId } },
      ],
    ];
    for (const [method, path, body] of calls) {
      const { status, body: answer } = await far.call(method, path, body);
      assert.ok(status < 500, `${path} answers ${status}`);
      const text = JSON.stringify(answer ?? {});
      for (const { name } of near.org.agents.values())
        assert.ok(!text.includes(name), `${path} names ${name}`);
      for (const { name } of near.org.customers.values()) {
        if (name !== null) assert.ok(!text.includes(name), `${path} names ${name}`);
      }
      for (const id of near.org.conversations.keys()) {
        assert.ok(id === ids.conversationId || !text.includes(id), `${path} names a conversation`);
      }
    }
    assert.deepEqual(structuredClone(near.org), before);
    assert.deepEqual(ground.seenBy(guest.customer.id), []);
  });

  it('a subscription to the other’s topics is not taken', async () => {
    const { body: channel } = await ground.far.call('POST', '/api/v2/notifications/channels');
    const stranger = first([...ground.near.org.agents.keys()]);
    const { status } = await ground.far.call(
      'PUT',
      `/api/v2/notifications/channels/${channel.id}/subscriptions`,
      [{ id: `v2.users.${stranger}.presence` }],
    );
    assert.equal(status, 400);
  });

  it('have clients, people and ids of their own', () => {
    const { near, far } = ground;
    const idsIn = (org: Org) => [
      org.id,
      ...[
        org.clients,
        org.deployments,
        org.queues,
        org.agents,
        org.customers,
        org.conversations,
        org.contacts,
      ].flatMap((each) => [...each.keys()]),
    ];
    const known = new Set(idsIn(near.org));
    assert.ok(idsIn(far.org).every((id) => !known.has(id)));
    assert.equal(near.org.name, 'Northwind');
    assert.notEqual(far.org.name, near.org.name);
    assert.deepEqual(
      [far.org.deployments.size, far.org.queues.size, far.org.agents.size, far.org.customers.size],
      [1, 2, 4, 12],
    );
  });
});

function nameOf(org: Org, { userId = '' }: Readonly<Record<string, string>>): string {
  return org.agents.get(userId)?.name ?? '';
}
