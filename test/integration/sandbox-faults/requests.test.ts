import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { type FaultGround, startFaultGround } from '../../support/sandbox/fault-ground.ts';
import { endedGuest } from '../../support/sandbox/platform-ground.ts';
import { requestToken } from '../../support/sandbox/request-token.ts';

const queues = '/api/v2/routing/queues';

describe('faults of requests', () => {
  let ground: FaultGround;
  before(async () => {
    ground = await startFaultGround({ settings: { requestsPerMinute: 300 } });
  });
  beforeEach(() => ground.control('DELETE', '/faults'));
  after(() => ground.close());

  const send = () => {
    const { customer, conversation } = endedGuest(ground.org, true);
    return ground.raw('POST', '/api/v2/conversations/messages/agentless', {
      fromAddress: conversation.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: customer.externalContactId,
      textBody: 'Hello',
    });
  };
  const messages = (): number => endedGuest(ground.org, true).conversation.messages.length;

  it('carry the platform’s body for a status, with the correlation id of the header', async () => {
    await ground.arm({ path: queues, status: 503 });
    const { status, headers, body } = await ground.call('GET', queues);
    equal(status, 503);
    ok(headers.get('inin-correlation-id'));
    deepEqual(body, {
      message: 'Service Unavailable - The server is currently unavailable.',
      code: 'service.unavailable',
      status: 503,
      contextId: headers.get('inin-correlation-id'),
      details: [],
      errors: [],
    });
    await ground.arm({ path: queues, status: 400, code: 'general.bad.request', message: 'No.' });
    const own = await ground.call('GET', queues);
    deepEqual([own.body.code, own.body.message], ['general.bad.request', 'No.']);
  });

  it('act like a gateway when before: no token is asked for and no meter counts', async () => {
    const count = async () => Number((await ground.call('GET', queues)).headers.get('inin-ratelimit-count'));
    const first = await count();
    await ground.arm({ path: queues, status: 502 });
    equal((await fetch(`${ground.url}${queues}`)).status, 502);
    await ground.arm({ path: queues, status: 502 });
    equal((await ground.call('GET', queues)).status, 502);
    equal(await count(), first + 1);
    await ground.arm({ path: queues, status: 502, when: 'after' });
    equal((await ground.call('GET', queues)).status, 502);
    equal(await count(), first + 3);
  });

  it('hit one organisation only', async () => {
    await ground.arm({ path: queues, status: 500, orgId: 'another' });
    equal((await ground.call('GET', queues)).status, 200);
    await ground.arm({ path: queues, status: 500, orgId: ground.org.id });
    equal((await ground.call('GET', queues)).status, 500);
  });

  it('are late, and then answer or refuse', async () => {
    await ground.arm({ path: queues, latencyMs: 60 });
    const startedAt = performance.now();
    equal((await ground.call('GET', queues)).status, 200);
    ok(performance.now() - startedAt >= 55);
    await ground.arm({ path: queues, latencyMs: 60, status: 504, when: 'after' });
    const again = performance.now();
    equal((await ground.call('GET', queues)).status, 504);
    ok(performance.now() - again >= 55);
  });

  const waits: readonly (readonly [unknown, string | null])[] = [
    [undefined, '1'],
    [7, '7'],
    [null, null],
    [-5, '-5'],
    [0, '0'],
    ['soon', 'soon'],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT'],
    [1_000_000, '1000000'],
  ];
  for (const [retryAfter, header] of waits) {
    it(`throttle with Retry-After ${JSON.stringify(header)}`, async () => {
      await ground.arm({ path: queues, status: 429, ...(retryAfter !== undefined && { retryAfter }) });
      const { status, headers, body } = await ground.call('GET', queues);
      equal(status, 429);
      equal(body.code, 'too.many.requests.retry.after');
      match(body.message, /Retry the request in \[\d+\] seconds/);
      equal(headers.get('retry-after'), header);
      for (const name of ['count', 'allowed', 'reset']) ok(headers.get(`inin-ratelimit-${name}`));
    });
  }

  it('break the JSON: cut, a page, nothing at all', async () => {
    const whole = await (await ground.raw('GET', queues)).text();
    await ground.arm({ path: queues, body: 'cut', when: 'after' });
    const cut = await ground.raw('GET', queues);
    const text = await cut.text();
    equal(cut.status, 200);
    ok(whole.startsWith(text) && text.length < whole.length && text.length > 10);
    await ground.arm({ path: queues, body: 'html' });
    const page = await ground.raw('GET', queues);
    equal(page.status, 200);
    match(page.headers.get('content-type') ?? '', /text\/html/);
    match(await page.text(), /^<!DOCTYPE html>/);
    await ground.arm({ path: queues, body: 'html', status: 502 });
    equal((await ground.raw('GET', queues)).status, 502);
    await ground.arm({ path: queues, body: 'empty' });
    const empty = await ground.raw('GET', queues);
    deepEqual([empty.status, await empty.text()], [200, '']);
  });

  it('store what a broken answer comes after, and nothing before', async () => {
    const stored = messages();
    await ground.arm({ path: 'agentless', body: 'cut' });
    equal((await send()).status, 200);
    equal(messages(), stored);
    await ground.arm({ path: 'agentless', body: 'cut', when: 'after' });
    equal((await send()).status, 200);
    equal(messages(), stored + 1);
  });

  it('reset with half of the answer gone out, the work done', async () => {
    const stored = messages();
    await ground.arm({ path: 'agentless', reset: 'mid-answer' });
    const answer = await send();
    equal(answer.status, 200);
    await rejects(answer.text());
    equal(messages(), stored + 1);
    const { body } = await ground.control('GET', '/requests');
    equal(body.entries.at(-1).status, 0);
  });

  it('speak as the login service does on its path', async () => {
    await ground.arm({ path: '^/oauth/token$', status: 503 });
    const client = [...ground.org.clients.values()][0];
    ok(client);
    const { status, body } = await requestToken(ground.url, {
      clientId: client.id,
      clientSecret: client.secret,
    });
    equal(status, 503);
    deepEqual(Object.keys(body), ['error', 'description', 'error_description']);
  });

  it('leave the request’s body in the log', async () => {
    await ground.arm({ path: 'agentless', status: 500 });
    await send();
    const { body } = await ground.control('GET', '/requests');
    const entry = body.entries.at(-1);
    deepEqual([entry.status, entry.requestBody.textBody], [500, 'Hello']);
    equal(entry.correlationId, entry.responseBody.contextId);
  });

  it('are listed with what is left, and called off one by one', async () => {
    const { id, left } = await ground.arm({ path: queues, status: 500, count: 3 });
    equal(left, 3);
    equal((await ground.call('GET', queues)).status, 500);
    const { body } = await ground.control('GET', '/faults');
    deepEqual(
      body.faults.map((each: { id: string; left: number; played: number }) => [
        each.id,
        each.left,
        each.played,
      ]),
      [[id, 2, 1]],
    );
    equal((await ground.control('DELETE', `/faults/${id}`)).status, 200);
    const gone = await ground.control('DELETE', `/faults/${id}`);
    deepEqual([gone.status, gone.body], [404, { error: `There is no armed fault ${id}.` }]);
    equal((await ground.call('GET', queues)).status, 200);
  });

  it('refuse a bad field with a sentence, and arm nothing', async () => {
    const { status, body } = await ground.control('POST', '/faults', {
      path: queues,
      status: 500,
      count: -1,
    });
    equal(status, 400);
    match(body.error, /count/);
    equal((await ground.call('GET', queues)).status, 200);
  });
});
