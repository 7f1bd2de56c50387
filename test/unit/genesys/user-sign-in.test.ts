import assert from 'node:assert/strict';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import { NetworkFault } from '../../../src/genesys/network-fault.ts';
import { createUserSignIn } from '../../../src/genesys/user-sign-in.ts';
import { createUserToken } from '../../../src/genesys/user-token.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { type ScriptedAnswer, scriptedHttp } from '../../support/scripted-http.ts';

const granted = { access_token: 'token-1', token_type: 'bearer', expires_in: 600 };
const code = (name: string) => (error: unknown) => error instanceof ReachbackError && error.code === name;

function signInOn(answers: readonly ScriptedAnswer[], clientSecret: string | null = null) {
  const http = scriptedHttp(answers);
  const client = { clientId: 'id', clientSecret, redirectUri: 'https://bot.example/genesys/signed-in' };
  const clock = manualClock();
  const signIn = createUserSignIn({ loginUrl: 'https://login.example', client, http, now: clock.now });
  return { http, signIn, clock };
}

describe('an agent’s own sign-in at the login host', () => {
  it('sends the browser there with state and challenge, and asks for the token with the verifier', async () => {
    const { http, signIn, clock } = signInOn([{ status: 200, body: granted }]);
    const address = new URL(signIn.address({ state: 's&t', challenge: 'c' }));
    assert.equal(`${address.origin}${address.pathname}`, 'https://login.example/oauth/authorize');
    assert.deepEqual(Object.fromEntries(address.searchParams), {
      client_id: 'id',
      response_type: 'code',
      redirect_uri: 'https://bot.example/genesys/signed-in',
      state: 's&t',
      code_challenge: 'c',
      code_challenge_method: 'S256',
    });
    const grant = await signIn.byCode({ code: 'k', verifier: 'v' });
    assert.deepEqual(grant, { accessToken: 'token-1', endsAt: clock.now() + 600_000, refreshToken: null });
    const [asked] = http.asked;
    assert.equal(asked?.headers.authorization, undefined);
    assert.deepEqual(Object.fromEntries(new URLSearchParams(asked?.body)), {
      grant_type: 'authorization_code',
      code: 'k',
      code_verifier: 'v',
      client_id: 'id',
      redirect_uri: 'https://bot.example/genesys/signed-in',
    });
  });

  it('proves itself by its secret where it has one', async () => {
    const { http, signIn } = signInOn([{ status: 200, body: { ...granted, refresh_token: 'r' } }], 'secret');
    assert.equal((await signIn.byCode({ code: 'k', verifier: 'v' })).refreshToken, 'r');
    assert.equal(
      http.asked[0]?.headers.authorization,
      `Basic ${Buffer.from('id:secret').toString('base64')}`,
    );
  });

  const refusals: [string, ScriptedAnswer, string][] = [
    ['a spent code', { status: 400, body: { error: 'invalid_grant' } }, 'reply.sign-in.code-refused'],
    ['a 400 without words', { status: 400 }, 'reply.sign-in.code-refused'],
    ['another client', { status: 401, body: { error: 'invalid_client' } }, 'reply.sign-in.client-refused'],
    [
      'another grant',
      { status: 400, body: { error: 'unauthorized_client' } },
      'reply.sign-in.client-refused',
    ],
    ['a proxy’s page', { status: 407, body: '<html>' }, 'genesys.token-unavailable'],
    ['a limit', { status: 429, body: {} }, 'genesys.token-unavailable'],
    ['a disturbance', { status: 503, body: {} }, 'genesys.token-unavailable'],
    ['half an answer', { status: 200, body: '{"access' }, 'genesys.token-unavailable'],
    [
      'a token no header can hold',
      { status: 200, body: { access_token: 'a\nb' } },
      'genesys.token-unavailable',
    ],
    ['no connection', new NetworkFault('ECONNREFUSED', true), 'genesys.token-unavailable'],
  ];
  for (const [what, answer, expected] of refusals)
    it(`calls ${what} ${expected}, with neither code nor verifier in it`, async () => {
      const { signIn } = signInOn([answer]);
      const refused = await signIn
        .byCode({ code: 'the-code', verifier: 'the-verifier' })
        .catch((e: unknown) => e);
      assert.ok(code(expected)(refused), String(refused));
      assert.doesNotMatch(`${refused} ${JSON.stringify(refused)}`, /the-code|the-verifier/);
    });
});

describe('an agent’s own token', () => {
  it('without a refresh token ends with a new sign-in, half a minute before its time', async () => {
    const { signIn, clock } = signInOn([]);
    const grant = { accessToken: 'one', endsAt: clock.now() + 600_000, refreshToken: null };
    const token = createUserToken({ grant, signIn, now: clock.now });
    assert.equal(await token.get(), 'one');
    assert.equal(token.isOver(), false);
    await clock.advance(570_000);
    assert.equal(token.isOver(), true);
    await assert.rejects(token.get(), code('reply.sign-in.ended'));
  });

  it('is renewed once for all who ask, and lives on while the login host cannot be asked', async () => {
    const { http, signIn, clock } = signInOn([
      { status: 503, body: {} },
      { status: 200, body: { ...granted, access_token: 'two', refresh_token: 'r2' } },
      { status: 400, body: { error: 'invalid_grant' } },
    ]);
    const grant = { accessToken: 'one', endsAt: clock.now() + 600_000, refreshToken: 'r1' };
    const token = createUserToken({ grant, signIn, now: clock.now });
    await clock.advance(600_000);
    await assert.rejects(token.get(), code('genesys.token-unavailable'));
    assert.equal(token.isOver(), false);
    assert.deepEqual(await Promise.all([token.get(), token.get()]), ['two', 'two']);
    assert.equal(http.asked.length, 2);
    token.refused('one');
    assert.equal(await token.get(), 'two', 'another one was refused');
    token.refused('two');
    await assert.rejects(token.get(), code('reply.sign-in.ended'));
    assert.equal(new URLSearchParams(http.asked[2]?.body).get('refresh_token'), 'r2');
    assert.equal(token.isOver(), true);
  });
});
