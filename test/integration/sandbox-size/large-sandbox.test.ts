import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type OpenSocket, openSocket } from '../../support/sandbox/open-socket.ts';
import { type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';

const size = { agents: 500, conversations: 5_000 };

describe('a sandbox of 500 agents and 5,000 conversations', () => {
  let ground: PlatformGround;
  const sockets: OpenSocket[] = [];

  before(async () => {
    ground = await startPlatform({ scale: size, settings: { requestsPerMinute: 0 } });
  });
  after(async () => {
    await Promise.all(sockets.map((socket) => socket.close()));
    await ground.close();
  });

  const control = async (method: 'GET' | 'POST', path: string, body?: unknown) => {
    const { status, body: answer } = await ground.call(method, `/sandbox/v1${path}`, body);
    return { status, answer };
  };

  it('is shown part by part, the written people first, with how many there are', async () => {
    const { answer } = await control('GET', '/state');
    const [org] = answer.orgs;
    assert.deepEqual(org.totals, { ...size, customers: ground.org.customers.size });
    assert.equal(org.agents.length, 500);
    assert.equal(org.customers.length, 500);
    assert.equal(org.agents[0].name, 'Maya Lindqvist');

    const part = await control('GET', '/state?limit=20&offset=490');
    const [rest] = part.answer.orgs;
    assert.deepEqual(rest.agents, org.agents.slice(490));
    assert.deepEqual(rest.customers.slice(0, 10), org.customers.slice(490));
    assert.equal(rest.customers.length, 20);
    const shown = rest.agents.map(({ id }: { id: string }) => id);
    const named = new Set(rest.queues.flatMap(({ memberIds }: { memberIds: string[] }) => memberIds));
    assert.deepEqual(named, new Set(shown));
    assert.equal((await control('GET', '/state?limit=0')).status, 400);
  });

  it('is walked through by the platform’s own lists', async () => {
    const names = new Set<string>();
    let path = '/api/v2/users?pageSize=100&pageNumber=1';
    while (path !== undefined) {
      const { body } = await ground.call('GET', path);
      for (const { name } of body.entities) names.add(name);
      path = body.nextUri;
    }
    assert.equal(names.size, 500);

    const interval = `${new Date(Date.now() - 20 * 86_400_000).toISOString()}/${new Date().toISOString()}`;
    const seen = new Set<string>();
    for (let pageNumber = 1; pageNumber <= 50; pageNumber += 1) {
      const { body } = await ground.call('POST', '/api/v2/analytics/conversations/details/query', {
        interval,
        order: 'desc',
        paging: { pageSize: 100, pageNumber },
      });
      assert.equal(body.totalHits, 5_000);
      for (const { conversationId } of body.conversations) seen.add(conversationId);
    }
    assert.equal(seen.size, 5_000);
  });

  it('tells every one of 2,000 presence changes once, in order, on the channel of its agent', async () => {
    const agentIds = [...ground.org.agents.keys()];
    const { body: channel } = await ground.call('POST', '/api/v2/notifications/channels', {});
    const topics = agentIds.map((id) => ({ id: `v2.users.${id}?presence&routingStatus` }));
    await ground.call('PUT', `/api/v2/notifications/channels/${channel.id}/subscriptions`, topics);
    const socket = await openSocket(channel.connectUri);
    sockets.push(socket);
    const presences = ['Available', 'Busy', 'Meal', 'Break'];
    for (const presence of presences) {
      const { answer } = await control(
        'POST',
        '/agents/presences',
        agentIds.map((id) => ({ id, presence })),
      );
      assert.deepEqual(answer, { changed: 500 });
    }
    const told = () => socket.frames.filter(({ topicName }) => topicName.endsWith('.presence'));
    await waitFor(() => told().length >= 2_000, { what: 'every change to be told' });
    const byAgent = new Map<string, string[]>();
    for (const { topicName, eventBody } of told()) {
      const list = byAgent.get(topicName) ?? [];
      byAgent.set(topicName, [...list, eventBody.presenceDefinition.systemPresence]);
    }
    assert.equal(byAgent.size, 500);
    for (const list of byAgent.values()) assert.deepEqual(list, ['AVAILABLE', 'BUSY', 'MEAL', 'BREAK']);
  });

  it('changes all of many presences or none', async () => {
    const [agent] = ground.org.agents.values();
    assert.ok(agent);
    const { presence } = agent;
    const changes = [
      { id: agent.id, presence: 'Away' },
      { id: 'nobody', presence: 'Away' },
    ];
    assert.equal((await control('POST', '/agents/presences', changes)).status, 404);
    assert.equal(agent.presence, presence);
    assert.equal(
      (await control('POST', '/agents/presences', [{ id: agent.id, presence: 'Asleep' }])).status,
      400,
    );
  });

  it('brings a message to one of the many customers, and shows what waited when they come back', async () => {
    const customer = [...ground.org.customers.values()].findLast(
      ({ id, browserOpen, externalContactId, sessionExpiresAt }) =>
        externalContactId !== null &&
        !browserOpen &&
        sessionExpiresAt > Date.now() + 60_000 &&
        ground.org.conversations.ofCustomer(id).every(({ endedAt }) => endedAt !== undefined),
    );
    assert.ok(customer);
    const { status, body } = await ground.call('POST', '/api/v2/conversations/messages/agentless', {
      fromAddress: customer.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: customer.externalContactId,
      textBody: 'Are you still looking for a tent?',
    });
    assert.equal(status, 200);
    const events = () =>
      ground.world.record.flatMap((entry) =>
        entry.kind === 'customer' && entry.customerId === customer.id
          ? [[entry.event, entry.message.id]]
          : [],
      );
    await waitFor(() => events().length > 0, { what: 'the message to be recorded' });
    assert.deepEqual(events(), [['waiting', body.id]]);
    await control('POST', `/customers/${customer.id}/browser`, { open: true });
    await control('POST', `/customers/${customer.id}/browser`, { open: true });
    assert.deepEqual(events(), [
      ['waiting', body.id],
      ['seen-in-history', body.id],
    ]);
  });

  it('is seeded anew at another size', async () => {
    const { status } = await control('POST', '/reset', { agents: 40, conversations: 100 });
    assert.equal(status, 200);
    assert.deepEqual((await control('GET', '/state')).answer.orgs[0].totals.agents, 40);
    await control('POST', '/reset', {});
    assert.equal((await control('GET', '/state')).answer.orgs[0].totals.conversations, 100);
    await control('POST', '/reset', { agents: 1, conversations: 1 });
    const { agents, conversations } = (await control('GET', '/state')).answer.orgs[0].totals;
    assert.deepEqual({ agents, conversations }, { agents: 12, conversations: 60 });
    assert.equal((await control('POST', '/reset', { agents: 1_000_000 })).status, 400);
  });
});
