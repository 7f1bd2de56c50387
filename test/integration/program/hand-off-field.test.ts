import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { z } from 'zod';
import { issueTicket } from '../../../src/journeys/hand-off/issue-ticket.ts';
import { newTicketKey, readTicketKey, type TicketKey } from '../../../src/journeys/hand-off/ticket-key.ts';
import { type RunningSandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { freePort } from '../../../tools/program/free-port.ts';
import { writePartnersFile } from '../../../tools/program/partners-file.ts';
import { sandboxEnv } from '../../../tools/program/sandbox-env.ts';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { handOffGround } from './hand-off-ground.ts';

type Ground = Awaited<ReturnType<typeof handOffGround>>;

const audits = z.object({
  entries: z.array(z.object({ action: z.string(), context: z.record(z.string(), z.string()) })),
});
const verdict = z.object({ accepted: z.boolean(), code: z.string().optional() });

describe('handing a conversation to another organisation, by the field contract', function () {
  this.timeout(90_000);
  let sandbox: RunningSandbox;
  let ground: Ground | null;
  let theirs: Program | null;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let key: TicketKey;
  let port: number;

  beforeEach(async () => {
    ground = null;
    theirs = null;
    port = await freePort();
    directory = await temporaryDirectory();
    sandbox = await startSandbox({ port: 0, botEndpoint: `http://127.0.0.1:${port}/api/messages` });
    const text = await newTicketKey();
    await writeFile(join(directory.path, 'key.json'), text);
    const read = await readTicketKey(text);
    assert.ok(read);
    key = read;
  });
  afterEach(async () => {
    await ground?.stop();
    await theirs?.stop();
    await sandbox.close();
    await directory.remove();
  });

  /** Our program with the partner as told. */
  async function start(more: Readonly<Record<string, unknown>> = {}): Promise<Ground> {
    const file = join(directory.path, 'partners.json');
    await writePartnersFile(file, sandbox.baseUrl, more);
    ground = await handOffGround(
      {
        ...(await sandboxEnv(sandbox.baseUrl)),
        PARTNERS_FILE: file,
        HAND_OFF_KEY_FILE: join(directory.path, 'key.json'),
      },
      { port, sandboxPort: Number(new URL(sandbox.baseUrl).port) },
    );
    return ground;
  }

  /** The partner's own Reachback, which has registered us with these keys. */
  async function startTheirs(trusted: readonly JWK[]): Promise<string> {
    const file = join(directory.path, 'theirs.json');
    await writePartnersFile(file, sandbox.baseUrl, { trustKeys: { keys: trusted } }, 0);
    const [, org] = [...sandbox.world.orgs.values()];
    assert.ok(org);
    theirs = await startProgram({
      dataDir: join(directory.path, 'theirs'),
      sandboxPort: Number(new URL(sandbox.baseUrl).port),
      env: {
        ...(await sandboxEnv(sandbox.baseUrl)),
        GENESYS_CLIENT_ID: org.clientId,
        GENESYS_CLIENT_SECRET: org.clients.get(org.clientId)?.secret ?? '',
        PARTNERS_FILE: file,
        LOG_LEVEL: 'warn',
      },
    });
    return `${theirs.url}/hand-off/tickets`;
  }

  async function begun(on: Ground, more: Readonly<Record<string, string>> = {}) {
    const answered = await on.talks();
    assert.match(await on.presses(answered, 'hand-off.begin', on.form(answered, more)), /Being handed to/);
    return answered;
  }

  async function auditsOf(on: Ground): Promise<readonly string[]> {
    const { entries } = audits.parse(await on.control('GET', `/orgs/${on.partner.id}/audits`));
    return entries.map(({ action }) => action);
  }

  it('moves it after the partner’s own Reachback took the ticket; the customer goes on in the same window', async () => {
    const ticketUrl = await startTheirs([key.publicJwk]);
    const on = await start({ ticketUrl });
    const answered = await begun(on);
    await on.cardAt(answered.chat.conversationId, 'moved', 'goes on at Southridge Repairs');
    await on.cardAt(await on.partnerChannel(), 'moved');
    assert.deepEqual(await auditsOf(on), ['session.accepted']);
    const sent = (await on.sandbox.requests()).filter(({ path }) =>
      path.startsWith('/v2/messaging/conversations/'),
    );
    assert.equal(sent.length, 1);
    const body = z.object({ sourceOrgId: z.string(), destinationOrgId: z.string(), channelType: z.string() });
    assert.equal(body.parse(sent[0]?.requestBody).channelType, 'webchat');
    assert.deepEqual(z.object({ metadata: z.unknown() }).parse(sent[0]?.requestBody).metadata, {
      handoffReason: 'escalation',
      originalQueue: 'Sales',
    });
  });

  it('refuses, at the partner’s door, tickets used twice, meant for others, of strangers and not signed, each by its code', async () => {
    const url = await startTheirs([key.publicJwk]);
    const [ours, south] = [...sandbox.world.orgs.values()];
    assert.ok(ours && south);
    const stranger = await readTicketKey(await newTicketKey());
    assert.ok(stranger);
    const ticket = {
      id: 'one',
      sourceOrgId: ours.id,
      destinationOrgId: south.id,
      conversationId: 'c',
      reason: 'escalation',
      originalQueue: null,
      channelType: 'webmessaging',
    };
    const now = Date.now();
    const brought = async (text: unknown): Promise<string> => {
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ ticket: text }) });
      const { accepted, code } = verdict.parse(await answer.json());
      assert.equal(answer.status, accepted ? 200 : 403);
      return code ?? 'accepted';
    };
    const good = await issueTicket(ticket, key, now);
    assert.deepEqual((await Promise.all(Array.from({ length: 8 }, () => brought(good)))).sort(), [
      'accepted',
      ...Array.from({ length: 7 }, () => 'handoff.ticket.replayed'),
    ]);
    const cases = [
      ['handoff.ticket.audience', await issueTicket({ ...ticket, destinationOrgId: ours.id }, key, now)],
      ['handoff.ticket.expired', await issueTicket({ ...ticket, id: 'two' }, key, now - 400_000)],
      ['handoff.ticket.not-yet-valid', await issueTicket({ ...ticket, id: 'three' }, key, now + 60_000)],
      ['handoff.ticket.signature', await issueTicket({ ...ticket, id: 'four' }, stranger, now)],
      ['handoff.ticket.issuer-unknown', await issueTicket({ ...ticket, sourceOrgId: south.id }, key, now)],
      [
        'handoff.ticket.channel-unmapped',
        await issueTicket({ ...ticket, channelType: 'whatsapp' }, key, now),
      ],
      ['handoff.ticket.malformed', 'nonsense'],
      ['handoff.ticket.malformed', 7],
    ] as const;
    for (const [code, text] of cases) assert.equal(await brought(text), code);
    const keys = await (await fetch(new URL('/hand-off/keys', url))).json();
    assert.match(JSON.stringify(keys), /"kty":"OKP".*"kid"/);
    assert.ok(!JSON.stringify(keys).includes('"d"'));
  });

  it('says on the card that the partner does not take our tickets, and why; nothing is sent there', async () => {
    const on = await start({ ticketUrl: await startTheirs([]) });
    const answered = await begun(on);
    await on.cardAt(answered.chat.conversationId, 'refused', 'handoff.ticket.signature');
    await on.cardAt(on.scene.channelId, 'refused', 'session.validation.failed');
    const sent = (await on.sandbox.requests()).filter(({ path }) => path.startsWith('/v2/messaging'));
    assert.deepEqual(sent, []);
  });

  it('explains the platform’s “Invalid participant configuration for cross-tenant transfer.”', async () => {
    const on = await start();
    await on.control('POST', `/orgs/${on.partner.id}`, { trustedOrgIds: [] });
    const answered = await begun(on);
    await on.cardAt(answered.chat.conversationId, 'refused', 'genesys.handoff.refused');
    assert.deepEqual(await auditsOf(on), ['session.validation.failed']);
  });

  it('says so where the organisation does not offer the endpoint', async () => {
    const on = await start();
    const [own] = (await on.sandbox.state()).orgs;
    assert.ok(own);
    await on.conversations.offer(own.id, { crossTenantParticipants: false });
    const answered = await begun(on);
    await on.cardAt(answered.chat.conversationId, 'refused', 'handoff.contract-not-offered');
  });

  it('never asks twice for a move whose answer was lost: it finds out, also after a kill', async () => {
    const on = await start();
    await on.sandbox.fault({ method: 'POST', path: '^/v2/messaging/', when: 'after', reset: true });
    const answered = await begun(on);
    // A second later it would find out: not before the kill.
    const read = `/conversations/${answered.conversationId}$`;
    await on.sandbox.fault({ method: 'GET', path: read, status: 503, count: 1_000 });
    await on.cardAt(answered.chat.conversationId, 'unknown', 'handoff.move-unknown');
    await on.restart();
    await on.control('DELETE', '/faults');
    await on.cardAt(answered.chat.conversationId, 'moved');
    assert.deepEqual(await auditsOf(on), ['session.accepted']);
  });
});
