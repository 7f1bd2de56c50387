import assert from 'node:assert/strict';
import { type RunningSandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { requestJson } from '../../support/request-json.ts';
import { type BotDouble, startBot } from './teams-ground.ts';

describe('the control routes for agents and customers', () => {
  let bot: BotDouble;
  let sandbox: RunningSandbox;

  beforeEach(async () => {
    bot = await startBot();
    sandbox = await startSandbox({ port: 0, botEndpoint: bot.endpoint });
  });

  afterEach(async () => {
    await sandbox.close();
    await bot.close();
  });

  const call = (method: string, path: string, body?: unknown) =>
    requestJson(method, `${sandbox.baseUrl}/sandbox/v1${path}`, body);

  const state = async () => (await call('GET', '/state')).body;

  it('shows the whole organisation, with ISO times', async () => {
    const { orgs, teams } = await state();
    const [org] = orgs;
    assert.equal(org.agents.length, 12);
    assert.equal(teams.users.length, 13);
    assert.equal(teams.conversations.length, 14);
    for (const agent of org.agents) {
      assert.equal(new Date(agent.presenceSince).toISOString(), agent.presenceSince);
      assert.ok(agent.queueIds.length > 0);
    }
    for (const customer of org.customers) {
      assert.ok(org.deployments.some(({ id }: { id: string }) => id === customer.channelId));
      for (const conversation of customer.conversations) {
        const over = conversation.state === 'disconnected';
        assert.equal(over, conversation.endedAt !== null);
      }
    }
  });

  it('changes an agent’s presence; on queue means idle', async () => {
    const [org] = (await state()).orgs;
    const [{ id }] = org.agents;
    const available = await call('POST', `/agents/${id}/presence`, { presence: 'Available' });
    assert.deepEqual([available.body.presence, available.body.routingStatus], ['Available', 'OFF_QUEUE']);
    const queued = await call('POST', `/agents/${id}/presence`, { presence: 'On Queue' });
    assert.deepEqual([queued.body.presence, queued.body.routingStatus], ['On Queue', 'IDLE']);
    const wrong = await call('POST', `/agents/${id}/presence`, { presence: 'available' });
    assert.equal(wrong.status, 400);
    assert.match(wrong.body.error, /presence/);
    const nobody = await call('POST', '/agents/nobody/presence', { presence: 'Available' });
    assert.deepEqual([nobody.status, nobody.body.error], [404, 'There is no agent nobody.']);
  });

  it('lets a customer write and tells the record', async () => {
    const [org] = (await state()).orgs;
    const customer = org.customers.find(({ online }: { online: boolean }) => online);
    const { status, body } = await call('POST', `/customers/${customer.id}/messages`, { text: 'Hello?' });
    assert.equal(status, 200);
    const { conversations } = (await call('GET', `/customers/${customer.id}/conversations`)).body;
    const conversation = conversations.find(({ id }: { id: string }) => id === body.conversationId);
    assert.partialDeepStrictEqual(conversation.messages.at(-1), {
      id: body.messageId,
      direction: 'inbound',
      text: 'Hello?',
    });
    const { entries } = (await call('GET', '/record')).body;
    assert.partialDeepStrictEqual(entries.at(-1), { event: 'wrote', customerId: customer.id });
    assert.equal((await call('POST', `/customers/${customer.id}/messages`, { text: '' })).status, 400);
    assert.equal((await call('POST', '/customers/nobody/messages', { text: 'Hi' })).status, 404);
  });

  it('opens and closes a customer’s browser', async () => {
    const [org] = (await state()).orgs;
    const online = async (id: string) =>
      (await state()).orgs[0].customers.find((customer: { id: string }) => customer.id === id).online;
    const customer = org.customers.find(({ online: now }: { online: boolean }) => now);
    await call('POST', `/customers/${customer.id}/browser`, { open: false });
    assert.equal(await online(customer.id), false);
    await call('POST', `/customers/${customer.id}/browser`, { open: true });
    assert.equal(await online(customer.id), true);
    assert.equal((await call('POST', `/customers/${customer.id}/browser`, { open: 'yes' })).status, 400);
  });

  it('plays a fault on the connector and clears faults', async () => {
    const { teams } = await state();
    const path = `${sandbox.baseUrl}/teams/v3/conversations/${encodeURIComponent(teams.conversations[0].id)}/members`;
    assert.ok((await call('POST', '/faults', { path: '/members$', status: 503 })).body.id);
    assert.equal((await requestJson('GET', path)).status, 503);
    assert.equal((await requestJson('GET', path)).status, 200, 'played once');
    await call('POST', '/faults', { path: '/members$', status: 503, count: 5 });
    await call('DELETE', '/faults');
    assert.equal((await requestJson('GET', path)).status, 200);
  });

  it('starts over with the same people', async () => {
    const before = await state();
    const { id } = before.orgs[0].agents[1];
    await call('POST', `/agents/${id}/presence`, { presence: 'Available' });
    assert.equal((await call('POST', '/reset', {})).status, 200);
    const after = await state();
    assert.equal(after.orgs[0].agents[1].id, id);
    assert.notEqual(after.orgs[0].agents[1].presence, 'Available');
    assert.deepEqual((await call('GET', '/record')).body.entries, []);
  });

  it('keeps the requests on the platform’s paths', async () => {
    await fetch(`${sandbox.baseUrl}/api/v2/users/me`);
    const { entries } = (await call('GET', '/requests')).body;
    assert.partialDeepStrictEqual(entries.at(-1), { method: 'GET', path: '/api/v2/users/me' });
    assert.equal(new Date(entries.at(-1).at).toISOString(), entries.at(-1).at);
  });

  it('serves the control room under a policy that runs nothing but its own files', async () => {
    const page = await fetch(sandbox.baseUrl);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'; script-src 'self'/);
    const html = await page.text();
    const files = [...html.matchAll(/(?:href|src)="(\/page\/[^"]+)"/g)].map(([, url]) => url);
    assert.ok(files.length > 8);
    for (const file of [...files, '/page/..%2Fworld.ts']) {
      const answer = await fetch(sandbox.baseUrl + file);
      // A body nobody reads keeps its connection busy.
      await answer.arrayBuffer();
      assert.equal(answer.status, files.includes(file) ? 200 : 404, file);
    }
  });
});
