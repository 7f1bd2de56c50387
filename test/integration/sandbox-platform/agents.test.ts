import assert from 'node:assert/strict';
import {
  agentNamed,
  first,
  type PlatformGround,
  startPlatform,
} from '../../support/sandbox/platform-ground.ts';

const onQueue = 'e08eaf1b-ee47-4fa9-a231-1200e284798f';
const busy = '31fe3bac-dea6-44b7-bed7-47f91660a1a0';

describe('agents on the platform', () => {
  let ground: PlatformGround;
  beforeEach(async () => {
    ground = await startPlatform();
  });
  afterEach(() => ground.close());

  it('lists users in pages, the last one without nextUri', async () => {
    const { body: one } = await ground.call('GET', '/api/v2/users?pageSize=10');
    assert.equal(one.entities.length, 10);
    assert.equal(one.total, 12);
    assert.equal(one.pageCount, 2);
    assert.ok(one.nextUri);
    const { body: two } = await ground.call('GET', one.nextUri);
    assert.equal(two.entities.length, 2);
    assert.ok(!('nextUri' in two));
    assert.ok(!('presence' in two.entities[0]));
  });

  it('gives chosen users with presence and routing status', async () => {
    const agent = agentNamed(ground.org, 'Daniel Okafor');
    const { body } = await ground.call('GET', `/api/v2/users?id=${agent.id}&expand=presence,routingStatus`);
    assert.equal(body.entities.length, 1);
    assert.equal(body.entities[0].presence.presenceDefinition.systemPresence, 'On Queue');
    assert.equal(body.entities[0].routingStatus.status, 'IDLE');
  });

  it('refuses more than 100 ids', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => `id=${index}`).join('&');
    const { status, body } = await ground.call('GET', `/api/v2/users?${ids}`);
    assert.equal(status, 400);
    assert.equal(body.code, 'max.user.ids');
  });

  it('finds a user by e-mail under `results`, and nothing without it', async () => {
    const search = (value: string) =>
      ground.call('POST', '/api/v2/users/search', { query: [{ type: 'EXACT', fields: ['email'], value }] });
    const { body } = await search('ines.duarte@northwind.example');
    assert.equal(body.results[0].name, 'Inês Duarte');
    assert.ok(!('entities' in body));
    const { body: none } = await search('nobody@northwind.example');
    assert.equal(none.total, 0);
    assert.ok(!('results' in none));
  });

  it('gives presences in bulk as a bare array, at most 50', async () => {
    const ids = [...ground.org.agents.keys()];
    const { body } = await ground.call('GET', `/api/v2/users/presences/purecloud/bulk?id=${ids.join(',')}`);
    assert.ok(Array.isArray(body));
    assert.deepEqual(
      body.map(({ userId }) => userId),
      ids,
    );
    const many = Array.from({ length: 51 }, () => ids[0]).join(',');
    assert.equal((await ground.call('GET', `/api/v2/users/presences/purecloud/bulk?id=${many}`)).status, 400);
  });

  it('puts an agent on queue as IDLE, and off again as OFF_QUEUE', async () => {
    const { id } = agentNamed(ground.org, 'Priya Raman');
    const path = `/api/v2/users/${id}`;
    const on = await ground.call('PATCH', `${path}/presences/purecloud`, {
      presenceDefinition: { id: onQueue },
    });
    assert.equal(on.body.presenceDefinition.systemPresence, 'On Queue');
    assert.equal((await ground.call('GET', `${path}/routingstatus`)).body.status, 'IDLE');
    await ground.call('PATCH', `${path}/presences/purecloud`, { presenceDefinition: { id: busy } });
    assert.equal((await ground.call('GET', `${path}/routingstatus`)).body.status, 'OFF_QUEUE');
    const illegal = await ground.call('PUT', `${path}/routingstatus`, { status: 'IDLE' });
    assert.equal(illegal.status, 400);
    assert.equal(illegal.body.code, 'general.bad.request');
  });

  it('calls an unknown user OFF_QUEUE', async () => {
    const { status, body } = await ground.call('GET', '/api/v2/users/nobody/routingstatus');
    assert.equal(status, 200);
    assert.equal(body.status, 'OFF_QUEUE');
  });

  it('knows the presences and their ids', async () => {
    const { body: bare } = await ground.call('GET', '/api/v2/systempresences');
    assert.equal(first<{ name: string }>(bare).name, 'Available');
    const { body } = await ground.call('GET', '/api/v2/presence/definitions');
    const definition = body.entities.find(({ id }: { id: string }) => id === onQueue);
    assert.equal(definition.systemPresence, 'OnQueue');
  });

  it('finds queues by wildcard and gives their members', async () => {
    const { body: queues } = await ground.call('GET', '/api/v2/routing/queues?name=*uppor*');
    assert.equal(queues.total, 1);
    const { id } = queues.entities[0];
    const { body } = await ground.call(
      'GET',
      `/api/v2/routing/queues/${id}/members?pageSize=3&expand=presence`,
    );
    assert.equal(body.entities.length, 3);
    const [member] = body.entities;
    assert.equal(member.id, member.user.id);
    assert.ok(member.user.presence.presenceDefinition.id);
    const { body: next } = await ground.call('GET', body.nextUri);
    assert.ok(next.entities[0].user.presence, 'the next page forgot what was to be expanded');
    assert.equal((await ground.call('GET', '/api/v2/routing/queues/none/members')).status, 404);
  });

  it('filters the members of a queue by name, presence and routing status', async () => {
    const { body: queues } = await ground.call('GET', '/api/v2/routing/queues?name=Support');
    const { id } = queues.entities[0];
    const path = `/api/v2/routing/queues/${id}/members?expand=routingStatus`;
    const priya = agentNamed(ground.org, 'Priya Raman');
    assert.ok(ground.org.queues.get(id)?.memberIds.includes(priya.id));
    await ground.call('PATCH', `/api/v2/users/${priya.id}/presences/purecloud`, {
      presenceDefinition: { id: onQueue },
    });
    const { body: free } = await ground.call('GET', `${path}&routingStatus=IDLE&presence=On%20Queue`);
    assert.ok(free.entities.length > 0);
    for (const { routingStatus } of free.entities) assert.equal(routingStatus.status, 'IDLE');
    const [one] = free.entities;
    const { body: named } = await ground.call('GET', `${path}&name=${encodeURIComponent(one.name)}`);
    assert.deepEqual(
      named.entities.map(({ id }: { id: string }) => id),
      [one.id],
    );
    const { body: groups } = await ground.call('GET', `${path}&memberBy=group`);
    assert.deepEqual(groups.entities, []);
    assert.equal((await ground.call('GET', `${path}&routingStatus=FREE`)).status, 400);
  });

  it('gives deployments by cursor, forth and back', async () => {
    const { body: one } = await ground.call('GET', '/api/v2/webdeployments/deployments?pageSize=1');
    assert.ok(!('previousUri' in one));
    const { body: two } = await ground.call('GET', one.nextUri);
    assert.ok(!('nextUri' in two));
    assert.notEqual(two.entities[0].id, one.entities[0].id);
    assert.deepEqual((await ground.call('GET', two.previousUri)).body, one);
  });

  it('lists the deployments', async () => {
    const { body } = await ground.call('GET', '/api/v2/webdeployments/deployments');
    assert.deepEqual(
      body.entities.map(({ name }: { name: string }) => name),
      ['webshop', 'customer portal'],
    );
  });
});
