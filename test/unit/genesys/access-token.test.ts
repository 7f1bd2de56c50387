import { deepEqual, doesNotMatch, equal, rejects } from 'node:assert/strict';
import { createAccessToken } from '../../../src/genesys/access-token.ts';
import { NetworkFault } from '../../../src/genesys/network-fault.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { type ScriptedAnswer, scriptedHttp } from '../../support/scripted-http.ts';
import { recordingLog } from '../../support/silent-log.ts';

const good = (access_token: string, expires_in?: unknown): ScriptedAnswer => ({
  status: 200,
  body: { access_token, token_type: 'bearer', ...(expires_in === undefined ? {} : { expires_in }) },
});

function tokenOver(answers: readonly ScriptedAnswer[]) {
  const clock = manualClock();
  const http = scriptedHttp(answers);
  const { log, lines } = recordingLog();
  const token = createAccessToken({
    loginUrl: 'http://login.test',
    clientId: 'id',
    clientSecret: 'hush-hush',
    http,
    clock,
    log,
    chance: () => 0,
  });
  return { clock, http, token, lines };
}

describe('createAccessToken', () => {
  it('keeps no token that no request could leave with', async () => {
    for (const garbled of ['', 'one two', 'one\n', 'on\u0097e', 'één', 'x'.repeat(100_000)]) {
      const { token } = tokenOver([good(garbled), good('one')]);
      await rejects(token.get(), { code: 'genesys.token-unavailable' });
      equal(await token.get(), 'one');
    }
  });

  it('asks as the platform wants it, once for many callers at once', async () => {
    const { token, http } = tokenOver([good('one', 86_400)]);
    deepEqual(await Promise.all([token.get(), token.get(), token.get()]), ['one', 'one', 'one']);
    equal(await token.get(), 'one');
    equal(http.asked.length, 1);
    const [asked] = http.asked;
    equal(asked?.url, 'http://login.test/oauth/token');
    equal(asked?.body, 'grant_type=client_credentials');
    equal(asked?.headers.authorization, `Basic ${Buffer.from('id:hush-hush').toString('base64')}`);
  });

  it('renews at 90 % of the life while the old token still serves', async () => {
    const { token, http, clock } = tokenOver([good('one', 1_000), good('two', 1_000)]);
    await token.get();
    await clock.advance(899_999);
    equal(await token.get(), 'one');
    equal(http.asked.length, 1);
    await clock.advance(1);
    equal(await token.get(), 'one');
    await clock.advance(0);
    equal(await token.get(), 'two');
    equal(http.asked.length, 2);
  });

  it('keeps serving the old token when the renewal fails', async () => {
    const { token, clock, http } = tokenOver([
      good('one', 1_000),
      { status: 401, body: { error: 'invalid_client' } },
      good('two', 1_000),
    ]);
    await token.get();
    await clock.advance(900_000);
    for (const laterMs of [0, 0, 29_999]) {
      equal(await token.get(), 'one');
      await clock.advance(laterMs);
    }
    equal(http.asked.length, 2);
    await clock.advance(1);
    equal(await token.get(), 'one');
    await clock.advance(0);
    equal(await token.get(), 'two');
  });

  for (const [said, lifeS] of [
    [undefined, 86_400],
    [-1, 86_400],
    ['soon', 86_400],
    [9e12, 172_800],
  ] as const)
    it(`takes a life of ${said} for ${lifeS} s`, async () => {
      const { token, http, clock } = tokenOver([good('one', said), good('two')]);
      await token.get();
      await clock.advance(lifeS * 1_000 - 1);
      equal(await token.get(), 'one');
      await clock.advance(1);
      equal(await token.get(), 'two');
      equal(http.asked.length, 2);
    });

  it('fetches a new one after a refusal, but only for the token refused', async () => {
    const { token, http } = tokenOver([good('one'), good('two')]);
    await token.get();
    token.refused('one');
    equal(await token.get(), 'two');
    token.refused('one');
    equal(await token.get(), 'two');
    equal(http.asked.length, 2);
  });

  for (const status of [400, 401])
    it(`says credentials-refused on ${status} invalid_client, at once and without the secret`, async () => {
      const { token, http, lines } = tokenOver([
        {
          status,
          body: { error: 'invalid_client', description: 'authentication failed' },
          headers: { 'inin-correlation-id': 'c-9' },
        },
      ]);
      await rejects(token.get(), {
        code: 'genesys.credentials-refused',
        retry: 'never',
        facts: { path: 'POST /oauth/token', status, platformCode: 'invalid_client', correlationId: 'c-9' },
      });
      equal(http.asked.length, 1);
      doesNotMatch(lines.join(''), /hush|Basic/);
    });

  it('outlasts a login host that is down at start', async () => {
    const { token, http, clock, lines } = tokenOver([
      { status: 503, headers: { 'inin-correlation-id': 'c-9' } },
      new NetworkFault('ECONNREFUSED', true),
      { status: 429, headers: { 'retry-after': '3' } },
      good('one'),
    ]);
    const got = token.get();
    await clock.advance(10_000);
    equal(await got, 'one');
    equal(http.asked.length, 4);
    const facts = lines.map((line) => JSON.parse(line).facts);
    deepEqual(facts[0], { path: 'POST /oauth/token', reason: '503', correlationId: 'c-9' });
    deepEqual(facts[1], { path: 'POST /oauth/token', reason: 'ECONNREFUSED' });
  });

  it('gives up with token-unavailable, which is safe to repeat, and tries anew when asked again', async () => {
    const down: ScriptedAnswer = { status: 500 };
    const { token, clock } = tokenOver([down, down, down, down, good('one')]);
    const refused = rejects(token.get(), { code: 'genesys.token-unavailable', retry: 'safe' });
    await clock.advance(60_000);
    await refused;
    equal(await token.get(), 'one');
  });

  it('does not blame the credentials for the page of a proxy', async () => {
    for (const status of [302, 403, 404, 407]) {
      const { token } = tokenOver([{ status, body: '<html>not from here</html>' }]);
      await rejects(token.get(), { code: 'genesys.token-unavailable', retry: 'safe' });
    }
    const { token } = tokenOver([{ status: 401, body: '' }]);
    await rejects(token.get(), { code: 'genesys.credentials-refused' });
  });

  it('does not take an answer without a token for one', async () => {
    const { token } = tokenOver([{ status: 200, body: '<html>captive portal</html>' }]);
    await rejects(token.get(), { code: 'genesys.token-unavailable' });
  });
});
