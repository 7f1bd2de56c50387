import assert from 'node:assert/strict';
import { botClient } from '../../support/bot-client.ts';
import { requestJson } from '../../support/request-json.ts';
import { endedGuest, type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';

const agentless = '/api/v2/conversations/messages/agentless';

describe('faults and the log of requests', () => {
  let ground: PlatformGround;
  beforeEach(async () => {
    ground = await startPlatform();
  });
  afterEach(() => ground.close());

  const control = async (method: string, path: string, body?: unknown) =>
    (await requestJson(method, `${ground.url}/sandbox/v1${path}`, body)).body;
  const send = () => {
    const { customer, conversation } = endedGuest(ground.org, true);
    return ground.call('POST', agentless, {
      fromAddress: conversation.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: customer.externalContactId,
      textBody: 'Hello',
    });
  };
  const messages = (): number => endedGuest(ground.org, true).conversation.messages.length;

  it('before: the request fails and nothing is stored, as often as asked', async () => {
    const before = messages();
    await control('POST', '/faults', { method: 'POST', path: 'agentless$', status: 503, count: 2 });
    for (const _ of [1, 2]) {
      const { status, body } = await send();
      assert.equal(status, 503);
      assert.equal(body.code, 'service.unavailable');
    }
    assert.equal(messages(), before);
    assert.equal((await send()).status, 200);
  });

  it('after: the work is done and only the answer is lost', async () => {
    const before = messages();
    await control('POST', '/faults', { path: 'agentless', when: 'after', reset: true });
    await assert.rejects(send());
    assert.equal(messages(), before + 1);
    await control('POST', '/faults', { path: 'agentless', when: 'after', status: 500 });
    const { status, body } = await send();
    assert.equal(status, 500);
    assert.equal(body.code, 'internal.server.error');
    assert.equal(messages(), before + 2);
  });

  it('reset before: the connection is cut and nothing is stored', async () => {
    const before = messages();
    await control('POST', '/faults', { path: 'agentless', reset: true });
    await assert.rejects(send());
    assert.equal(messages(), before);
  });

  it('can be called off', async () => {
    await control('POST', '/faults', { path: '.', status: 500, count: 100 });
    await control('DELETE', '/faults');
    assert.equal((await send()).status, 200);
  });

  it('are in the log with bodies, and no secret is', async () => {
    await control('POST', '/faults', { path: 'agentless', reset: true });
    await assert.rejects(send());
    const { body: sent } = await send();
    await ground.call('POST', '/api/v2/notifications/channels');
    const { entries } = await control('GET', '/requests');
    const [token, cut, good, channel] = entries;
    assert.equal(token.path, '/oauth/token');
    assert.equal(cut.status, 0);
    assert.equal(good.status, 200);
    assert.equal(good.requestBody.textBody, 'Hello');
    assert.equal(good.responseBody.id, sent.id);
    assert.ok(good.correlationId);
    assert.equal(channel.path, '/api/v2/notifications/channels');
    const text = JSON.stringify(entries);
    assert.ok(!text.includes(ground.token));
    assert.ok(!text.includes(botClient(ground.org).clientSecret));
    assert.ok(!text.includes('streaming-0-'));
    assert.equal((await control('GET', `/requests?after=${good.seq}`)).entries.length, 1);
  });
});
