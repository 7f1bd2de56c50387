import assert from 'node:assert/strict';
import { botClient } from '../../support/bot-client.ts';
import { callPlatform, type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';
import { requestToken } from '../../support/sandbox/request-token.ts';

describe('the platform’s door', () => {
  let ground: PlatformGround;
  before(async () => {
    ground = await startPlatform();
  });
  after(() => ground.close());

  it('gives a bearer token for a day to the right client', async () => {
    const { status, body } = await requestToken(ground.url, botClient(ground.org));
    assert.equal(status, 200);
    assert.deepEqual(
      { ...body, access_token: '' },
      { access_token: '', token_type: 'bearer', expires_in: 86_400 },
    );
  });

  it('dates every answer by its own clock, also a refusal', async () => {
    ground.advance(3 * 3_600_000);
    for (const path of ['/api/v2/systempresences', '/api/v2/nowhere']) {
      const { headers } = await ground.call('GET', path);
      const ahead = Date.parse(headers.get('date') ?? '') - Date.now();
      assert.ok(Math.abs(ahead - 3 * 3_600_000) < 10_000, `${path}: ${ahead}`);
    }
  });

  it('refuses a wrong secret with the OAuth keys, not the standard error body', async () => {
    const { status, body } = await requestToken(ground.url, {
      ...botClient(ground.org),
      clientSecret: 'wrong',
    });
    assert.equal(status, 401);
    assert.deepEqual(body, {
      error: 'invalid_client',
      description: 'authentication failed',
      error_description: 'authentication failed',
    });
  });

  for (const [what, form, status, error] of [
    ['other grants', 'grant_type=password', 400, 'unsupported_grant_type'],
    ['no grant', 'scope=x', 400, 'invalid_request'],
    ['two grants', 'grant_type=client_credentials&grant_type=password', 400, 'invalid_request'],
  ] as const) {
    it(`refuses ${what} with ${status} ${error}`, async () => {
      const answer = await requestToken(ground.url, botClient(ground.org), form);
      assert.equal(answer.status, status);
      assert.deepEqual(Object.keys(answer.body), ['error', 'description', 'error_description']);
      assert.equal(answer.body.error, error);
    });
  }

  const form = 'application/x-www-form-urlencoded';
  for (const [what, headers, body, status, error] of [
    ['no credentials', { 'content-type': form }, 'grant_type=client_credentials', 401, 'invalid_client'],
    [
      'credentials in the body only',
      { 'content-type': form },
      'grant_type=client_credentials&client_id=a&client_secret=b',
      401,
      'invalid_client',
    ],
    [
      'a header that is not Basic',
      { 'content-type': form, authorization: 'Bearer abc' },
      'grant_type=client_credentials',
      400,
      'invalid_request',
    ],
    [
      'a Basic header without a colon',
      { 'content-type': form, authorization: 'Basic YWJj' },
      'grant_type=client_credentials',
      400,
      'invalid_request',
    ],
    [
      'JSON',
      { 'content-type': 'application/json' },
      '{"grant_type":"client_credentials"}',
      400,
      'invalid_request',
    ],
    ['a content type that is none', { 'content-type': ';;;' }, 'x', 400, 'invalid_request'],
    ['a body over the limit', { 'content-type': form }, 'x'.repeat(1_048_577), 400, 'invalid_request'],
  ] as const) {
    it(`refuses ${what} with ${status} ${error}`, async () => {
      const answer = await fetch(`${ground.url}/oauth/token`, { method: 'POST', headers, body });
      assert.equal(answer.status, status);
      assert.equal(JSON.parse(await answer.text()).error, error);
    });
  }

  it('tells a missing token from a wrong one', async () => {
    const missing = await fetch(`${ground.url}/api/v2/users`);
    assert.equal(missing.status, 401);
    assert.match(await missing.text(), /"code":"authentication.required"/);
    const wrong = await callPlatform(ground.url, 'made-up', 'GET', '/api/v2/users');
    assert.equal(wrong.status, 401);
    assert.equal(wrong.body.code, 'bad.credentials');
  });

  it('names the correlation id in header and body, and forbids caching', async () => {
    const { status, headers, body } = await ground.call('GET', '/api/v2/users/nobody');
    assert.equal(status, 404);
    assert.deepEqual(body, {
      message: 'The requested user was not found.',
      code: 'not.found',
      status: 404,
      contextId: headers.get('inin-correlation-id'),
      details: [],
      errors: [],
    });
    assert.match(headers.get('cache-control') ?? '', /no-store/);
    assert.equal(headers.get('inin-ratelimit-allowed'), '300');
  });

  for (const [what, method, path, body, status, code] of [
    ['an unknown path', 'GET', '/api/v2/no/such/thing', undefined, 404, 'not.found'],
    ['malformed JSON', 'POST', '/api/v2/users/search', '{"query":', 400, 'bad.request'],
    ['a missing body', 'POST', '/api/v2/users/search', undefined, 400, 'bad.request'],
    ['a wrong type', 'POST', '/api/v2/users/search', { query: 'all' }, 400, 'bad.request'],
    ['an unknown enum', 'POST', '/api/v2/users/search', { query: [{ type: 'LIKE' }] }, 400, 'invalid.value'],
    ['a body that is null', 'POST', '/api/v2/conversations/messages/agentless', 'null', 400, 'bad.request'],
    [
      'a property nobody knows',
      'POST',
      '/api/v2/users/search',
      { query: [{ type: 'MATCH_ALL' }], limit: 1 },
      400,
      'invalid.property',
    ],
    [
      'a malformed date',
      'PUT',
      '/api/v2/users/nobody/routingstatus',
      { status: 'IDLE', startTime: 'yesterday' },
      400,
      'invalid.date',
    ],
    [
      'a page over the limit',
      'GET',
      '/api/v2/users?pageSize=101',
      undefined,
      400,
      'invalid.query.param.value',
    ],
    [
      'a page that is no number',
      'GET',
      '/api/v2/users?pageNumber=x',
      undefined,
      400,
      'invalid.query.param.value',
    ],
    [
      'an unknown parameter value',
      'GET',
      '/api/v2/users?state=gone',
      undefined,
      400,
      'invalid.query.param.value',
    ],
    ['an unknown expand', 'GET', '/api/v2/users?expand=salary', undefined, 400, 'invalid.query.param.value'],
    ['a doubled slash', 'GET', '//api/v2/users', undefined, 404, 'not.found'],
    ['a trailing slash', 'GET', '/api/v2/systempresences/', undefined, 404, 'not.found'],
    ['an id of 5,000 characters', 'GET', `/api/v2/users/${'a'.repeat(5_000)}`, undefined, 400, 'bad.request'],
    [
      'a body over a megabyte',
      'POST',
      '/api/v2/users/search',
      'x'.repeat(1_048_577),
      413,
      'request.entity.too.large',
    ],
    ['a method a path has not', 'DELETE', '/api/v2/users', undefined, 405, 'method.not.allowed'],
    ['a broken escape in the path', 'GET', '/api/v2/users/%E0%A4%A', undefined, 400, 'bad.request'],
  ] as const) {
    it(`refuses ${what} with ${status} ${code}`, async () => {
      const answer = await ground.call(method, path, body);
      assert.equal(answer.status, status);
      assert.equal(answer.body.code, code);
      assert.equal(answer.body.status, status);
    });
  }

  it('names the methods a path has, and answers HEAD without a body', async () => {
    const answer = await fetch(`${ground.url}/api/v2/notifications/channels/x/subscriptions`, {
      method: 'PATCH',
    });
    assert.equal(answer.status, 405);
    assert.deepEqual(answer.headers.get('allow')?.split(', ').sort(), ['DELETE', 'GET', 'POST', 'PUT']);
    const head = await fetch(`${ground.url}/api/v2/systempresences`, { method: 'HEAD' });
    assert.equal(head.status, 405);
    assert.equal(await head.text(), '');
  });

  it('refuses another content type with 415', async () => {
    const response = await fetch(`${ground.url}/api/v2/users/search`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ground.token}`, 'content-type': 'text/xml' },
      body: '<a/>',
    });
    assert.equal(response.status, 415);
    assert.match(await response.text(), /"code":"unsupported.media.type"/);
  });
});

describe('the platform’s rate limit', () => {
  it('counts all tokens of a client and user together, and other clients apart', async () => {
    const ground = await startPlatform({ settings: { requestsPerMinuteOfClient: 3 } });
    try {
      const ask = async (): Promise<{ status: number; after: string | null }> => {
        const { body } = await requestToken(ground.url, botClient(ground.org));
        const { status, headers } = await callPlatform(
          ground.url,
          body.access_token,
          'GET',
          '/api/v2/systempresences',
        );
        return { status, after: headers.get('retry-after') };
      };
      for (let request = 1; request <= 3; request += 1) assert.equal((await ask()).status, 200);
      ground.advance(50_000);
      assert.deepEqual(await ask(), { status: 429, after: '10' });
      const [agent] = ground.org.agents.keys();
      const signIn = await fetch(`${ground.url}/sandbox/v1/agents/${agent}/sign-in`, { method: 'POST' });
      const { accessToken } = JSON.parse(await signIn.text());
      const own = await callPlatform(ground.url, accessToken, 'GET', '/api/v2/users/me');
      assert.equal(own.status, 200);
      ground.advance(10_000);
      assert.equal((await ask()).status, 200);
    } finally {
      await ground.close();
    }
  });

  it('stops a token at its limit until the minute is over', async () => {
    const ground = await startPlatform({ settings: { requestsPerMinute: 3 } });
    try {
      for (let request = 1; request <= 3; request += 1) {
        const { status, headers } = await ground.call('GET', '/api/v2/systempresences');
        assert.equal(status, 200);
        assert.equal(headers.get('inin-ratelimit-count'), String(request));
      }
      ground.advance(20_000);
      const { status, headers, body } = await ground.call('GET', '/api/v2/systempresences');
      assert.equal(status, 429);
      assert.equal(headers.get('retry-after'), '40');
      assert.equal(body.code, 'too.many.requests.retry.after');
      assert.equal(body.message, 'Rate limit exceeded the maximum. Retry the request in [40] seconds');
      ground.advance(40_000);
      assert.equal((await ground.call('GET', '/api/v2/systempresences')).status, 200);
    } finally {
      await ground.close();
    }
  });

  it('ends a token when its time is over', async () => {
    const ground = await startPlatform({ settings: { accessTokenSeconds: 300 } });
    try {
      ground.advance(301_000);
      const { status, body } = await ground.call('GET', '/api/v2/systempresences');
      assert.equal(status, 401);
      assert.equal(body.code, 'bad.credentials');
    } finally {
      await ground.close();
    }
  });
});
