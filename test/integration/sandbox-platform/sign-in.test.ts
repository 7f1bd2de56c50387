import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import {
  agentNamed,
  callPlatform,
  type PlatformGround,
  startPlatform,
} from '../../support/sandbox/platform-ground.ts';
import { requestToken } from '../../support/sandbox/request-token.ts';

const back = 'https://bot.example/back';

describe('an agent’s sign-in through a client', () => {
  let ground: PlatformGround;
  let client: { clientId: string; clientSecret: string };
  let agentId: string;
  beforeEach(async () => {
    ground = await startPlatform();
    agentId = agentNamed(ground.org, 'Mei Chen').id;
    const { body } = await callPlatform(ground.url, '', 'POST', `/sandbox/v1/orgs/${ground.org.id}/clients`, {
      name: 'Sign-in',
      redirectUris: [back],
    });
    client = { clientId: body.id, clientSecret: body.secret };
  });
  afterEach(() => ground.close());

  const search = (more: Record<string, string> = {}) =>
    new URLSearchParams({
      client_id: client.clientId,
      response_type: 'code',
      redirect_uri: back,
      state: 'a&b',
      ...more,
    }).toString();
  const get = (path: string) => fetch(`${ground.url}${path}`, { redirect: 'manual' });
  /** The code an agent who chooses themself on the page comes back with. */
  async function signIn(more?: Record<string, string>): Promise<string> {
    const page = await (await get(`/oauth/authorize?${search(more)}`)).text();
    const link = [...page.matchAll(/href="([^"]+)"/g)].find(([, href]) => href?.includes(agentId))?.[1] ?? '';
    const path = link.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    const answer = await get(path);
    const target = new URL(answer.headers.get('location') ?? '');
    assert.equal(`${target.origin}${target.pathname}`, back);
    assert.equal(target.searchParams.get('state'), 'a&b');
    return target.searchParams.get('code') ?? '';
  }
  const exchange = (form: Record<string, string>) =>
    requestToken(ground.url, client, new URLSearchParams(form).toString());
  const withCode = (code: string, redirect = back) =>
    exchange({ grant_type: 'authorization_code', code, redirect_uri: redirect });

  it('gives a token of theirs, once for a code, and a new one for the refresh token', async () => {
    const code = await signIn();
    const { status, body } = await withCode(code);
    assert.equal(status, 200);
    const me = await callPlatform(ground.url, body.access_token, 'GET', '/api/v2/users/me');
    assert.equal(me.body.id, agentId);
    const again = await withCode(code);
    assert.deepEqual([again.status, again.body.error], [400, 'invalid_grant']);
    const refreshed = await exchange({ grant_type: 'refresh_token', refresh_token: body.refresh_token });
    assert.equal(refreshed.status, 200);
    const spent = await exchange({ grant_type: 'refresh_token', refresh_token: body.refresh_token });
    assert.equal(spent.body.error, 'invalid_grant');
  });

  it('wants the same address as before, within five minutes', async () => {
    assert.equal((await withCode(await signIn(), 'https://elsewhere.example/')).body.error, 'invalid_grant');
    const late = await signIn();
    ground.advance(301_000);
    assert.equal((await withCode(late)).body.error, 'invalid_grant');
  });

  it('takes the verifier of PKCE in place of the secret', async () => {
    const verifier = randomBytes(48).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const ask = async (verified: string) =>
      fetch(`${ground.url}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: client.clientId,
          code: await signIn({ code_challenge: challenge, code_challenge_method: 'S256' }),
          code_verifier: verified,
          redirect_uri: back,
        }),
      });
    assert.equal((await ask(verifier)).status, 200);
    assert.equal((await ask(`${verifier.slice(0, -1)}~`)).status, 400);
  });

  it('is refused for an address or a client that is not known, and sent back for another response', async () => {
    for (const wrong of [{ redirect_uri: 'https://evil.example/' }, { client_id: ground.org.clientId }]) {
      const answer = await get(`/oauth/authorize?${search(wrong)}`);
      assert.equal(answer.status, 401);
      assert.equal(answer.headers.get('location'), null);
    }
    const implicit = await get(`/oauth/authorize?${search({ response_type: 'token' })}`);
    assert.match(implicit.headers.get('location') ?? '', /error=unsupported_response_type/);
  });

  it('and the client’s own token are two grants: a client has one', async () => {
    assert.equal((await requestToken(ground.url, client)).body.error, 'unauthorized_client');
  });

  it('ends with its client: codes, tokens and refresh tokens', async () => {
    const { body } = await withCode(await signIn());
    await callPlatform(ground.url, '', 'POST', `/sandbox/v1/clients/${client.clientId}/revoke`);
    const me = await callPlatform(ground.url, body.access_token, 'GET', '/api/v2/users/me');
    assert.equal(me.status, 401);
    const refreshed = await exchange({ grant_type: 'refresh_token', refresh_token: body.refresh_token });
    assert.equal(refreshed.body.error, 'invalid_grant');
  });
});
