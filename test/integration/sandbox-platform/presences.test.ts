import assert from 'node:assert/strict';
import {
  agentNamed,
  callPlatform,
  type PlatformGround,
  startPlatform,
} from '../../support/sandbox/platform-ground.ts';

const available = '6a3af858-942f-489d-9700-5f9bcdcdae9b';
const busy = '31fe3bac-dea6-44b7-bed7-47f91660a1a0';
const onQueue = 'e08eaf1b-ee47-4fa9-a231-1200e284798f';

describe('presences on the platform', () => {
  let ground: PlatformGround;
  beforeEach(async () => {
    ground = await startPlatform({ strict: true });
  });
  afterEach(() => ground.close());

  const tokenOf = async (agentId: string): Promise<string> => {
    const answer = await fetch(`${ground.url}/sandbox/v1/agents/${agentId}/sign-in`, { method: 'POST' });
    return JSON.parse(await answer.text()).accessToken;
  };
  const grant = (permission: string): void => {
    ground.org.clients.get(ground.org.clientId)?.permissions.push(permission);
  };
  const pathOf = (id: string): string => `/api/v2/users/${id}/presences/purecloud`;

  it('are changed by their own user without a permission, by another one with it', async () => {
    const own = agentNamed(ground.org, 'Mei Chen');
    const other = agentNamed(ground.org, 'Priya Raman');
    const token = await tokenOf(own.id);
    const body = { presenceDefinition: { id: available }, message: 'Back' };
    const changed = await callPlatform(ground.url, token, 'PATCH', pathOf(own.id), body);
    assert.equal(changed.status, 200);
    assert.equal(changed.body.message, 'Back');
    const client = ground.org.clients.get(ground.org.clientId);
    assert.ok(client);
    assert.equal((await callPlatform(ground.url, ground.token, 'PATCH', pathOf(other.id), body)).status, 200);
    client.permissions = client.permissions.filter((each) => each !== 'presence:userPresence:edit');
    for (const by of [token, ground.token]) {
      const refused = await callPlatform(ground.url, by, 'PATCH', pathOf(other.id), body);
      assert.equal(refused.status, 403);
      assert.match(refused.body.message, /presence:userPresence:edit/);
    }
  });

  it('are changed in bulk, all or none', async () => {
    grant('presence:userPresence:edit');
    const [a, b] = [agentNamed(ground.org, 'Mei Chen'), agentNamed(ground.org, 'Priya Raman')];
    const put = (changes: unknown) => ground.call('PUT', '/api/v2/users/presences/bulk', changes);
    const { status, body } = await put([
      { id: a.id, presenceDefinition: { id: busy } },
      { id: b.id, presenceDefinition: { id: available } },
    ]);
    assert.equal(status, 200);
    assert.deepEqual(
      body.map((each: { presenceDefinition: { id: string } }) => each.presenceDefinition.id),
      [busy, available],
    );
    const half = await put([
      { id: a.id, presenceDefinition: { id: available } },
      { id: b.id, presenceDefinition: { id: 'none' } },
    ]);
    assert.equal(half.status, 400);
    assert.equal(a.presence, 'Busy');
    const many = Array.from({ length: 51 }, () => ({ id: a.id }));
    assert.equal((await put(many)).status, 400);
  });

  it('leave the routing status of who is on queue already', async () => {
    grant('presence:userPresence:edit');
    const talking = [...ground.org.agents.values()].find(
      ({ routingStatus }) => routingStatus === 'INTERACTING',
    );
    assert.ok(talking);
    await ground.call('PATCH', pathOf(talking.id), { presenceDefinition: { id: onQueue } });
    assert.equal(talking.routingStatus, 'INTERACTING');
  });

  it('have definitions, and deprecated ones in pages', async () => {
    grant('presence:presenceDefinition:view');
    const { body } = await ground.call('GET', '/api/v2/presence/definitions?deactivated=true');
    assert.deepEqual(body.entities, []);
    const { body: one } = await ground.call('GET', `/api/v2/presence/definitions/${onQueue}`);
    assert.equal(one.systemPresence, 'OnQueue');
    const { body: old } = await ground.call('GET', '/api/v2/presencedefinitions?pageSize=4&pageNumber=3');
    assert.equal(old.entities.length, 2);
    assert.ok(!('nextUri' in old) && !('name' in old.entities[0]));
  });

  it('tell users and their own one apart at /users/me', async () => {
    const me = agentNamed(ground.org, 'Mei Chen');
    const refused = await ground.call('GET', '/api/v2/users/me');
    assert.equal(refused.status, 400);
    const path = '/api/v2/users/me?expand=presence,organization,date';
    const { body } = await callPlatform(ground.url, await tokenOf(me.id), 'GET', path);
    assert.equal(body.id, me.id);
    assert.equal(body.organization.id, ground.org.id);
    assert.ok(body.presence && body.date.currentDate);
  });
});
