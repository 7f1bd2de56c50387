import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { Secret } from '../../../../src/config/secret.ts';
import { createCheckAssertion } from '../../../../src/journeys/widget/check-assertion.ts';
import { createKeyRing } from '../../../../src/journeys/widget/key-ring.ts';
import { createSiteJwks } from '../../../../src/journeys/widget/site-jwks.ts';
import { issueWidgetToken, readWidgetToken } from '../../../../src/journeys/widget/widget-token.ts';
import { waitFor } from '../../../../tools/program/wait-for.ts';
import { silentLog } from '../../../support/silent-log.ts';

type Algorithm = 'RS256' | 'PS256' | 'ES256' | 'EdDSA';

/** A site that publishes keys, and how it signs with them. */
async function startSite() {
  let published: JWK[] = [];
  let status = 200;
  let reads = 0;
  let padding = 0;
  let page: string | null = null;
  const server: Server = createServer((_request, response) => {
    reads += 1;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(page ?? JSON.stringify({ keys: published, padding: ' '.repeat(padding) }));
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}/jwks.json`,
    reads: () => reads,
    answersWith(next: number) {
      status = next;
    },
    publish(...keys: JWK[]) {
      published = keys;
    },
    shows(html: string | null) {
      page = html;
    },
    pad(bytes: number) {
      padding = bytes;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function newKey(alg: Algorithm, kid: string | null) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), ...(kid === null ? {} : { kid }) };
  return {
    jwk,
    sign(sub = 'u1') {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({ sub, aud: 'us', iss: 'site', iat: now, exp: now + 60 })
        .setProtectedHeader({ alg, ...(kid === null ? {} : { kid }) })
        .sign(privateKey);
    },
  };
}

/** The library goes by the computer's clock: half a minute after a reading it reads again for a key nobody knows. */
async function halfAMinuteLater(work: () => Promise<unknown>): Promise<void> {
  const { now } = Date;
  Date.now = () => now() + 31_000;
  try {
    await work();
  } finally {
    Date.now = now;
  }
}

describe('the keys of a site', () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  let clock = 0;
  beforeEach(async () => {
    clock = Date.now();
    site = await startSite();
  });
  afterEach(() => site.close());

  const checking = () =>
    createCheckAssertion({
      secrets: [],
      jwks: createSiteJwks({ url: site.url, now: () => clock, log: silentLog }),
      audience: 'us',
      issuer: 'site',
      now: Date.now,
    });

  for (const alg of ['RS256', 'PS256', 'ES256', 'EdDSA'] as const)
    it(`sign with ${alg}, by name or without`, async () => {
      const [named, other, plain] = await Promise.all([
        newKey(alg, 'a'),
        newKey(alg, 'b'),
        newKey(alg, null),
      ]);
      site.publish(named.jwk, other.jwk);
      assert.equal((await checking()(await named.sign('u7'))).userId, 'u7');
      site.publish(other.jwk, plain.jwk);
      assert.equal((await checking()(await plain.sign('u8'))).userId, 'u8');
    });

  it('are read once for many, and not again for each that is made up', async () => {
    const [old, next] = await Promise.all([newKey('ES256', 'old'), newKey('ES256', 'new')]);
    site.publish(old.jwk);
    const check = checking();
    await Promise.all(Array.from({ length: 10 }, async () => check(await old.sign())));
    assert.equal(site.reads(), 1);
    await assert.rejects(check(await next.sign()), { code: 'widget.unknown-key' });
    assert.equal(site.reads(), 1, 'strangers do not make us read all the time');
  });

  it('rotate while requests run: none is refused, and the new one counts at its first use', async () => {
    const [old, next] = await Promise.all([newKey('ES256', 'old'), newKey('ES256', 'new')]);
    const both = await Promise.all([old.sign(), next.sign(), old.sign(), next.sign(), next.sign()]);
    site.publish(old.jwk);
    const check = checking();
    await check(await old.sign());
    site.publish(old.jwk, next.jwk);
    await halfAMinuteLater(() => Promise.all(both.map(check)));
    assert.equal(site.reads(), 2, 'one reading for all that came at once');
    site.publish(next.jwk);
    clock += 11 * 60_000;
    await Promise.all([next.sign(), next.sign()].map(async (token) => check(await token)));
  });

  it('that cannot be read are not called a bad signature, and no stranger makes us ask a site that is away', async () => {
    const [key, unknown] = await Promise.all([newKey('ES256', 'a'), newKey('ES256', 'made up')]);
    const [known, made] = await Promise.all([key.sign(), unknown.sign()]);
    site.publish(key.jwk);
    const check = checking();
    await check(known);
    site.answersWith(500);
    await halfAMinuteLater(async () => {
      for (let asked = 0; asked < 3; asked += 1)
        await assert.rejects(check(made), { code: 'widget.site-keys-unavailable' });
      assert.equal(site.reads(), 2);
      await check(known);
      site.answersWith(200);
      for (const page of ['<html>', '{"keys":7}']) {
        site.shows(page);
        clock += 6_000;
        await assert.rejects(check(made), { code: 'widget.site-keys-unavailable' });
      }
      site.shows(null);
      clock += 6_000;
      await assert.rejects(check(made), { code: 'widget.unknown-key' });
    });
  });

  it('are not read from an answer of more than 256 KB', async () => {
    const key = await newKey('ES256', 'a');
    site.publish(key.jwk);
    site.pad(256 * 1024);
    const check = checking();
    await assert.rejects(check(await key.sign()), { code: 'widget.site-keys-unavailable' });
    site.pad(250 * 1024);
    clock += 6_000;
    await check(await key.sign());
  });

  it('serve while the site is away, for a day', async () => {
    const key = await newKey('ES256', 'a');
    site.publish(key.jwk);
    const check = checking();
    await check(await key.sign());
    site.answersWith(500);
    clock += 11 * 60_000;
    await check(await key.sign());
    await waitFor(() => site.reads() === 2, { what: 'the keys to be asked for again' });
    await check(await key.sign());
    clock += 24 * 60 * 60_000;
    await assert.rejects(check(await key.sign()), { code: 'widget.site-keys-unavailable' });
    site.answersWith(200);
    clock += 6_000;
    await check(await key.sign());
  });

  it('that were taken away are not believed for longer than it takes to read them again', async () => {
    const [gone, here] = await Promise.all([newKey('ES256', 'gone'), newKey('ES256', 'here')]);
    site.publish(gone.jwk, here.jwk);
    const check = checking();
    await check(await gone.sign());
    site.publish(here.jwk);
    clock += 11 * 60_000;
    await check(await here.sign());
    await waitFor(
      async () => {
        try {
          await check(await gone.sign());
          return false;
        } catch {
          return true;
        }
      },
      { what: 'the old key to be forgotten' },
    );
  });

  it('are never taken for a shared secret, nor the other way round', async () => {
    const key = await newKey('RS256', 'a');
    site.publish(key.jwk, { kty: 'oct', k: Buffer.alloc(32, 1).toString('base64url'), kid: 'oct' });
    const now = Math.floor(Date.now() / 1000);
    const forged = await new SignJWT({ sub: 'u', aud: 'us', iss: 'site', iat: now, exp: now + 60 })
      .setProtectedHeader({ alg: 'HS256', kid: 'oct' })
      .sign(Buffer.alloc(32, 1));
    await assert.rejects(checking()(forged), { code: 'widget.algorithm-refused' });
    const bySecret = createCheckAssertion({
      secrets: [{ kid: 's', key: new Secret('x'.repeat(32)) }],
      jwks: null,
      audience: 'us',
      issuer: 'site',
      now: Date.now,
    });
    await assert.rejects(bySecret(await key.sign()), { code: 'widget.algorithm-refused' });
  });
});

describe('our own keys', () => {
  const older = { kid: 'old', key: new Secret('o'.repeat(40)) };
  const newer = { kid: 'new', key: new Secret('n'.repeat(40)) };
  const token = { visitId: 'v', scopes: ['chat', 'refresh'] } as const;
  const now = 1_800_000_000_000;
  const read = (ring: ReturnType<typeof createKeyRing>, text: string, at = now) =>
    readWidgetToken(ring, text, { now: at, scope: 'refresh' });

  it('rotate without a gap: what the old one signed and sealed holds beside the new one', async () => {
    const keys = [older];
    const ring = createKeyRing(() => keys);
    const { token: text, expiresAt } = await issueWidgetToken(ring, token, { now, lifeMs: 300_000 });
    assert.equal(expiresAt, now + 300_000);
    const sealed = await ring.seal('a refresh token');
    assert.ok(!sealed.includes('refresh'));
    keys.unshift(newer);
    assert.deepEqual(await read(ring, text), token);
    assert.equal(await ring.open(sealed), 'a refresh token');
    const next = await issueWidgetToken(ring, token, { now, lifeMs: 300_000 });
    keys.pop();
    await assert.rejects(read(ring, text), { code: 'widget.unknown-key' });
    assert.deepEqual(await read(ring, next.token), token);
    assert.equal(await ring.open(sealed), null);
  });

  it('make tokens that end, give no more than they say, and serve no other purpose', async () => {
    const ring = createKeyRing(() => [newer]);
    const { token: text } = await issueWidgetToken(ring, token, { now, lifeMs: 300_000 });
    assert.deepEqual(await read(ring, text, now + 329_000), token);
    await assert.rejects(read(ring, text, now + 330_000), { code: 'widget.expired' });
    await assert.rejects(read(ring, text, now - 31_000), { code: 'widget.not-yet-valid' });
    await assert.rejects(readWidgetToken(ring, text, { now, scope: 'revoke' }), {
      code: 'widget.wrong-scope',
    });
    await assert.rejects(readWidgetToken(ring, null, { now, scope: 'refresh' }), {
      code: 'widget.token-missing',
    });
    const other = createKeyRing(() => [{ kid: 'new', key: new Secret('z'.repeat(40)) }]);
    await assert.rejects(read(other, text), { code: 'widget.bad-signature' });
  });
});
