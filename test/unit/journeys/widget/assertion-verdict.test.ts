import assert from 'node:assert/strict';
import { assertionVerdict } from '../../../../src/journeys/widget/assertion-verdict.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const at = now / 1_000;
const expected = { audience: 'us', issuer: 'site' };
const claims = { sub: 'zd-4711', aud: 'us', iss: 'site', iat: at, exp: at + 300 };
const verdict = (changed: Readonly<Record<string, unknown>>, when = now) =>
  assertionVerdict({ ...claims, ...changed }, when, expected);

describe('the verdict of an assertion', () => {
  it('believes who the site says it is, with what it says beside', () => {
    assert.deepEqual(
      verdict({
        external_id: 'CRM-7',
        name: ' Anna Example ',
        email: 'anna@example.com',
        jti: 'once',
        scope: 'chat refresh other',
        attributes: { plan: 'gold' },
      }),
      {
        userId: 'zd-4711',
        externalId: 'CRM-7',
        name: 'Anna Example',
        email: 'anna@example.com',
        jti: 'once',
        expiresAt: now + 300_000,
        scopes: ['chat', 'refresh'],
        attributes: { plan: 'gold' },
      },
    );
  });

  it('leaves out a name or address that is none, and needs neither', () => {
    const read = verdict({ name: 7, email: 'anna at example', external_id: null });
    assert.ok(typeof read === 'object');
    assert.deepEqual([read.name, read.email, read.externalId, read.jti], [null, null, null, null]);
    assert.deepEqual(read.scopes, ['chat', 'refresh', 'revoke']);
  });

  it('takes any text for an id', () => {
    for (const sub of ['4711', 'anna@example.com', 'ünï-😀', '3f0a-…', 'x'.repeat(255)])
      assert.equal(typeof verdict({ sub }), 'object', sub);
  });

  const refused: readonly [string, Readonly<Record<string, unknown>>, string][] = [
    ['no payload at all', { iat: undefined }, 'widget.assertion-malformed'],
    ['an end as text', { exp: String(at + 300) }, 'widget.assertion-malformed'],
    ['times in milliseconds', { iat: now, exp: now + 300_000 }, 'widget.assertion-malformed'],
    ['an end before the beginning', { exp: at }, 'widget.assertion-malformed'],
    ['attributes that are no texts', { attributes: { plan: 7 } }, 'widget.assertion-malformed'],
    ['another audience', { aud: 'them' }, 'widget.wrong-audience'],
    ['no audience', { aud: undefined }, 'widget.wrong-audience'],
    ['another issuer', { iss: 'other' }, 'widget.wrong-issuer'],
    ['an end 30 s ago', { iat: at - 330, exp: at - 30 }, 'widget.expired'],
    ['a beginning in 31 s', { iat: at + 31, exp: at + 300 }, 'widget.not-yet-valid'],
    ['not before a later time', { nbf: at + 31 }, 'widget.not-yet-valid'],
    ['more than ten minutes of life', { exp: at + 601 }, 'widget.lives-too-long'],
    ['a scope for something else', { scope: 'refresh' }, 'widget.wrong-scope'],
    ['a scope that is a list', { scope: ['chat'] }, 'widget.assertion-malformed'],
    ['no user', { sub: undefined }, 'widget.malformed-id'],
    ['a number', { sub: 4711 }, 'widget.malformed-id'],
    ['an empty id', { sub: '' }, 'widget.malformed-id'],
    ['blanks', { sub: '   ' }, 'widget.malformed-id'],
    ['256 characters', { sub: 'x'.repeat(256) }, 'widget.malformed-id'],
    ['a NUL', { sub: 'a\u0000b' }, 'widget.malformed-id'],
    ['half a character', { sub: 'a\ud83d' }, 'widget.malformed-id'],
    ['an external id that is none', { external_id: {} }, 'widget.malformed-id'],
  ];
  for (const [what, changed, code] of refused)
    it(`refuses ${what} as ${code}`, () => {
      assert.equal(verdict(changed), code);
    });

  it('forgives 30 s of skew either way, and not a second more', () => {
    assert.equal(typeof verdict({ iat: at + 30, exp: at + 300 }), 'object');
    assert.equal(typeof verdict({}, now + 329_999), 'object');
    assert.equal(verdict({}, now + 330_000), 'widget.expired');
  });

  it('takes one audience among several', () => {
    assert.equal(typeof verdict({ aud: ['them', 'us'] }), 'object');
  });
});
