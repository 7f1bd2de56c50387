import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CompactSign, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import { issueTicket } from '../../../../src/journeys/hand-off/issue-ticket.ts';
import { judgeTicket, type TicketGround } from '../../../../src/journeys/hand-off/judge-ticket.ts';
import type { Ticket } from '../../../../src/journeys/hand-off/ticket.ts';
import { createTicketDesk } from '../../../../src/journeys/hand-off/ticket-desk.ts';
import { newTicketKey, readTicketKey, type TicketKey } from '../../../../src/journeys/hand-off/ticket-key.ts';
import { memoryHandOffs } from '../../../support/memory-hand-offs.ts';
import { silentLog } from '../../../support/silent-log.ts';

const now = Date.UTC(2026, 10, 21, 14, 0, 0);
const north = '11111111-1111-4111-8111-111111111111';
const south = '22222222-2222-4222-8222-222222222222';
const ticket: Ticket = {
  id: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
  sourceOrgId: north,
  destinationOrgId: south,
  conversationId: 'cccccccc-cccc-4ccc-8ccc-cccccccccccc',
  reason: 'escalation',
  originalQueue: 'Support',
  channelType: 'webmessaging',
};

async function aKey(): Promise<TicketKey> {
  const key = await readTicketKey(await newTicketKey());
  assert.ok(key);
  return key;
}

describe('hand-off tickets', () => {
  let key: TicketKey;
  let other: TicketKey;
  before(async () => {
    key = await aKey();
    other = await aKey();
  });

  const groundOf = (
    more: Partial<TicketGround> = {},
    keys: readonly JWK[] = [key.publicJwk],
  ): TicketGround => ({
    audience: south,
    issuer: (id) => (id === north ? { keys, channelTypes: ['webmessaging'] } : null),
    now,
    ...more,
  });

  async function verdict(text: string, ground = groundOf()): Promise<string> {
    const judged = await judgeTicket(text, ground);
    return 'accepted' in judged ? 'accepted' : judged.refused;
  }

  /** A ticket signed by the right key with whatever claims. */
  const signed = (claims: Record<string, unknown>, header: { alg: string } = { alg: 'EdDSA' }) =>
    new SignJWT({
      jti: ticket.id,
      iss: north,
      aud: south,
      iat: now / 1000,
      nbf: now / 1000,
      exp: now / 1000 + 300,
      conversation: ticket.conversationId,
      reason: ticket.reason,
      originalQueue: null,
      channelType: 'webmessaging',
      ...claims,
    })
      .setProtectedHeader(header)
      .sign(key.privateKey);

  it('are accepted as they were issued, with all they say', async () => {
    const judged = await judgeTicket(await issueTicket(ticket, key, now), groundOf());
    assert.deepEqual(judged, { accepted: ticket, expiresAt: now + 300_000 });
  });

  it('hold five minutes, 30 seconds more or less for clocks that differ', async () => {
    const text = await issueTicket(ticket, key, now);
    assert.equal(await verdict(text, groundOf({ now: now + 329_999 })), 'accepted');
    assert.equal(await verdict(text, groundOf({ now: now + 330_000 })), 'handoff.ticket.expired');
    assert.equal(await verdict(text, groundOf({ now: now - 30_000 })), 'accepted');
    assert.equal(await verdict(text, groundOf({ now: now - 30_001 })), 'handoff.ticket.not-yet-valid');
    assert.equal(await verdict(await signed({ exp: now / 1000 + 301 })), 'handoff.ticket.too-long');
  });

  it('are refused for another organisation, of another organisation, and with another organisation’s key', async () => {
    const text = await issueTicket(ticket, key, now);
    assert.equal(await verdict(text, groundOf({ audience: north })), 'handoff.ticket.audience');
    assert.equal(await verdict(await signed({ aud: [south, north] })), 'handoff.ticket.malformed');
    assert.equal(await verdict(text, groundOf({ issuer: () => null })), 'handoff.ticket.issuer-unknown');
    assert.equal(await verdict(await signed({ iss: south })), 'handoff.ticket.issuer-unknown');
    assert.equal(await verdict(text, groundOf({}, [other.publicJwk])), 'handoff.ticket.signature');
    assert.equal(await verdict(text, groundOf({}, [])), 'handoff.ticket.signature');
    assert.equal(await verdict(text, groundOf({}, [other.publicJwk, key.publicJwk])), 'accepted');
  });

  it('are refused for a channel type that is not taken from there', async () => {
    assert.equal(await verdict(await signed({ channelType: 'whatsapp' })), 'handoff.ticket.channel-unmapped');
  });

  it('are refused without a signature, and with the public key as a shared secret', async () => {
    const claims = { jti: ticket.id, iss: north, aud: south };
    assert.equal(await verdict(new UnsecuredJWT(claims).encode()), 'handoff.ticket.algorithm');
    const shared = new TextEncoder().encode(key.publicJwk.x);
    const confused = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(shared);
    assert.equal(await verdict(confused), 'handoff.ticket.algorithm');
    const [, body, signature] = (await issueTicket(ticket, key, now)).split('.');
    for (const alg of ['none', 'None', 'eddsa', 'ES256', '']) {
      const head = Buffer.from(JSON.stringify({ alg })).toString('base64url');
      assert.equal(await verdict(`${head}.${body}.${signature}`), 'handoff.ticket.algorithm', alg);
    }
  });

  it('are no tickets at all when something is missing or of the wrong kind', async () => {
    for (const text of ['', '.', '..', 'a.b.c', '{}', 'x'.repeat(100_000), `${'a'.repeat(2_000)}.b.c`])
      assert.equal(await verdict(text), 'handoff.ticket.malformed');
    for (const missing of ['jti', 'iss', 'aud', 'nbf', 'exp', 'iat', 'conversation', 'reason', 'channelType'])
      assert.equal(
        await verdict(await signed({ [missing]: undefined })),
        'handoff.ticket.malformed',
        missing,
      );
    assert.equal(await verdict(await signed({ jti: 'a b' })), 'handoff.ticket.malformed');
    const words = await new CompactSign(new TextEncoder().encode('"hello"'))
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(key.privateKey);
    assert.equal(await verdict(words), 'handoff.ticket.malformed');
  });

  it('are accepted in no other letters, whatever is mangled', async () => {
    const text = await issueTicket(ticket, key, now);
    const mangled = fc.oneof(
      fc
        .tuple(fc.nat(text.length - 1), fc.constantFrom(...'ABCXYZabcxyz0189-_.=+/ \n'))
        .map(([at, letter]) => text.slice(0, at) + letter + text.slice(at + 1)),
      fc.nat(text.length - 1).map((at) => text.slice(0, at) + text.slice(at + 1)),
      fc
        .tuple(fc.nat(text.length), fc.constantFrom('=', '.', ' ', '\n', 'A', '\u0000'))
        .map(([at, letter]) => text.slice(0, at) + letter + text.slice(at)),
      fc.shuffledSubarray(text.split('.'), { minLength: 1 }).map((parts) => parts.join('.')),
    );
    await fc.assert(
      fc.asyncProperty(mangled, async (forged) => {
        fc.pre(forged !== text);
        assert.notEqual(await verdict(forged), 'accepted');
      }),
      { numRuns: 400 },
    );
    // Every last letter that decodes to the same bytes.
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
      if (!text.endsWith(letter)) assert.notEqual(await verdict(text.slice(0, -1) + letter), 'accepted');
  });

  describe('at the desk', () => {
    it('count once, also of twenty at the same moment, and each verdict is in the audit trail without words', async () => {
      const table = memoryHandOffs();
      const desk = createTicketDesk({ table, ...groundOf(), now: () => now, log: silentLog });
      const text = await issueTicket(ticket, key, now);
      const codes = await Promise.all(
        Array.from({ length: 20 }, () =>
          desk.assertTicket(text, south).then(
            () => 'accepted',
            (cause: unknown) => (cause instanceof ReachbackError ? cause.code : 'thrown'),
          ),
        ),
      );
      assert.equal(codes.filter((code) => code === 'accepted').length, 1);
      assert.equal(codes.filter((code) => code === 'handoff.ticket.replayed').length, 19);
      const failed = table.audit.filter(({ action }) => action === 'session.validation.failed');
      assert.equal(failed.length, 19);
      assert.deepEqual(failed[0], {
        at: now,
        action: 'session.validation.failed',
        ticketId: ticket.id,
        sourceOrgId: north,
        destinationOrgId: south,
        conversationId: ticket.conversationId,
        code: 'handoff.ticket.replayed',
      });
    });

    it('spend nothing when they are refused, and leave nothing of what they are not', async () => {
      const table = memoryHandOffs();
      let at = now - 60_000;
      const desk = createTicketDesk({ table, ...groundOf(), now: () => at, log: silentLog });
      const text = await issueTicket(ticket, key, now);
      await assert.rejects(desk.assertTicket(text, south), { code: 'handoff.ticket.not-yet-valid' });
      at = now;
      assert.equal((await desk.assertTicket(text, south)).id, ticket.id);
      await assert.rejects(desk.assertTicket('my card is stolen', south), {
        code: 'handoff.ticket.malformed',
      });
      assert.ok(!JSON.stringify(table.audit).includes('stolen'));
    });

    it('are refused in a flood of junk as ever, which fills no store, and a partner’s are written down', async () => {
      const table = memoryHandOffs();
      let at = now;
      const desk = createTicketDesk({ table, ...groundOf(), now: () => at, log: silentLog });
      const writtenDown = 120;
      for (let each = 0; each < writtenDown + 50; each += 1)
        await assert.rejects(desk.assertTicket(`junk ${each}`, south), { code: 'handoff.ticket.malformed' });
      assert.equal(table.audit.length, writtenDown);
      const text = await issueTicket(ticket, key, now);
      await desk.assertTicket(text, south);
      await assert.rejects(desk.assertTicket(text, south), { code: 'handoff.ticket.replayed' });
      assert.equal(table.audit.length, writtenDown + 2);
      at = now + 60_000;
      await assert.rejects(desk.assertTicket('junk', south));
      assert.equal(table.audit.length, writtenDown + 3);
    });
  });
});
