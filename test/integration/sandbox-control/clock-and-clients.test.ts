import assert from 'node:assert/strict';
import { botClient } from '../../support/bot-client.ts';
import { requestJson } from '../../support/request-json.ts';
import { type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';
import { requestToken } from '../../support/sandbox/request-token.ts';

describe('control of the clock, the clients and their tokens', () => {
  let ground: PlatformGround;
  beforeEach(async () => {
    ground = await startPlatform({ strict: true });
  });
  afterEach(() => ground.close());

  const control = (method: string, path: string, body?: unknown) =>
    requestJson(method, `${ground.url}/sandbox/v1${path}`, body);

  it('moves the clock ahead and never back', async () => {
    const { body: before } = await control('GET', '/clock');
    assert.equal(before.aheadSeconds, 0);
    const { body: after } = await control('POST', '/clock', { advanceSeconds: 30 * 86_400 });
    assert.equal(after.aheadSeconds, 30 * 86_400);
    assert.ok(Date.parse(after.now) - Date.parse(before.now) >= 30 * 86_400_000);
    const to = new Date(Date.parse(after.now) + 3_600_000).toISOString();
    assert.ok((await control('POST', '/clock', { to })).body.now >= to);
    for (const body of [
      { to: before.now },
      { advanceSeconds: -1 },
      { advanceSeconds: 'a day' },
      {},
      { to, advanceSeconds: 1 },
    ]) {
      const refused = await control('POST', '/clock', body);
      assert.equal(refused.status, 400, JSON.stringify(body));
      assert.equal(typeof refused.body.error, 'string');
    }
  });

  it('takes no time that could not be written down any more', async () => {
    const year = 366 * 86_400;
    const tooFar = await control('POST', '/clock', { to: '9999-12-31T00:00:00Z' });
    assert.equal(
      `${tooFar.status} ${tooFar.body.error}`,
      '400 The clock goes no further than the year 9000.',
    );
    const orgId = ground.org.id;
    for (const inactivityMinutes of [1e15, 1e308, -1]) {
      const { status } = await control('POST', `/orgs/${orgId}/conversation-rules`, { inactivityMinutes });
      assert.equal(status, 400);
    }
    const talk = [...ground.org.conversations.open()].find(({ participants }) =>
      participants.some(({ userId }) => userId !== undefined),
    );
    const parks = (resumeInSeconds: number) =>
      control('POST', `/conversations/${talk?.id}/park`, { resumeInSeconds });
    assert.equal((await parks(1e15)).status, 400);
    assert.equal((await parks(year)).status, 200);
    assert.equal((await control('POST', '/clock', { advanceSeconds: 10 * year })).status, 200);
  });

  it('ends every token after its day, and a new one is given', async () => {
    assert.equal((await ground.call('GET', '/api/v2/systempresences')).status, 200);
    await control('POST', '/clock', { advanceSeconds: 86_401 });
    const { status, body } = await ground.call('GET', '/api/v2/systempresences');
    assert.equal(`${status} ${body.code}`, '401 bad.credentials');
    assert.equal((await requestToken(ground.url, botClient(ground.org))).status, 200);
  });

  it('refuses a call its roles do not grant, naming what is missing', async () => {
    const all = await ground.call('GET', '/api/v2/presence/definitions');
    assert.equal(`${all.status} ${all.body.code}`, '403 missing.permissions');
    assert.match(
      all.body.message,
      /missing the following permission\(s\): presence:presenceDefinition:view$/,
    );
    assert.equal(all.body.contextId, all.headers.get('inin-correlation-id'));
    await control('POST', `/clients/${ground.org.clientId}`, {
      permissions: ['presence:presenceDefinition:view'],
    });
    assert.equal((await ground.call('GET', '/api/v2/presence/definitions')).status, 200);
    const any = await ground.call('POST', '/api/v2/analytics/conversations/details/query', {});
    assert.equal(`${any.status} ${any.body.code}`, '403 missing.any.permissions');
    assert.match(any.body.message, /assigned: \[analytics:conversationDetail:view, /);
  });

  it('ends tokens by revocation and by disabling the client', async () => {
    assert.deepEqual((await control('POST', `/clients/${ground.org.clientId}/revoke`)).body, { revoked: 1 });
    assert.equal((await ground.call('GET', '/api/v2/systempresences')).status, 401);
    const { body } = await requestToken(ground.url, botClient(ground.org));
    await control('POST', `/clients/${ground.org.clientId}`, { state: 'disabled' });
    assert.equal((await requestToken(ground.url, botClient(ground.org))).body.error, 'invalid_client');
    const answer = await fetch(`${ground.url}/api/v2/systempresences`, {
      headers: { authorization: `Bearer ${body.access_token}` },
    });
    assert.equal(answer.status, 401);
  });

  it('lets an agent sign in, whose own role counts', async () => {
    const [agent] = ground.org.agents.values();
    const { body } = await control('POST', `/agents/${agent?.id}/sign-in`);
    const call = (path: string) =>
      fetch(`${ground.url}${path}`, { headers: { authorization: `Bearer ${body.accessToken}` } });
    assert.equal((await call('/api/v2/routing/queues')).status, 200);
    assert.equal((await call('/api/v2/presence/definitions')).status, 403);
  });

  it('lists every endpoint with where it comes from', async () => {
    const { body } = await control('GET', '/endpoints');
    const agentless = body.endpoints.find(({ path }: { path: string }) => path.endsWith('/agentless'));
    assert.equal(agentless.method, 'POST');
    assert.equal(agentless.source, 'SDK 262');
    assert.deepEqual(agentless.permissions, { all: ['conversation:message:create'] });
    const external = body.endpoints.find(({ path }: { path: string }) => path.endsWith('/external-messages'));
    assert.equal(external.source, 'field report');
  });
});
