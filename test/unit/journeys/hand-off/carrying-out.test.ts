import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { Secret } from '../../../../src/config/secret.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { PlatformCall } from '../../../../src/genesys/platform-call.ts';
import { createBeginHandOff } from '../../../../src/journeys/hand-off/begin-hand-off.ts';
import { createCarryOut } from '../../../../src/journeys/hand-off/carry-out.ts';
import type { HandOffEvent } from '../../../../src/journeys/hand-off/hand-off-event.ts';
import { nextStep } from '../../../../src/journeys/hand-off/next-step.ts';
import type { Partner } from '../../../../src/journeys/hand-off/partner.ts';
import { createPartnerBook } from '../../../../src/journeys/hand-off/partner-book.ts';
import { postTicket } from '../../../../src/journeys/hand-off/post-ticket.ts';
import { newTicketKey, readTicketKey } from '../../../../src/journeys/hand-off/ticket-key.ts';
import type { HandOff } from '../../../../src/store/shapes/hand-off-table.ts';
import { exampleHandOff } from '../../../support/example-hand-off.ts';
import { listeningPort } from '../../../support/listening-port.ts';
import { memoryHandOffs } from '../../../support/memory-hand-offs.ts';
import { registryOf } from '../../../support/registry-of.ts';
import { silentLog } from '../../../support/silent-log.ts';

const start = Date.UTC(2026, 10, 21, 14, 0, 0);
const agentId = 'agent';
const partner: Partner = {
  id: 'southridge',
  organisationId: '22222222-2222-4222-8222-222222222222',
  name: 'Southridge Repairs',
  apiUrl: 'https://api.example',
  loginUrl: 'https://login.example',
  clientId: 'client',
  clientSecret: new Secret('secret'),
  contract: 'field',
  integration: null,
  sessionKey: new Secret('a session key of thirty-two bytes'),
  trustKeys: [],
  channelTypes: { webmessaging: 'webchat' },
  queues: ['Claims'],
  ticketUrl: null,
  teamsConversation: null,
  limitMs: 1_000,
};

/** A platform that answers everything with this body, or fails with this error; the paths asked for are kept. */
function answering(body: unknown): { call: PlatformCall; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async call(request) {
      asked.push(request.path);
      if (body instanceof Error) throw body;
      return { body: request.answer.parse(body), status: 200, correlationId: null };
    },
  };
}

function talk(type = 'webmessaging', state = 'connected') {
  const leg = {
    id: 'leg',
    state,
    type,
    toAddress: { addressRaw: '8a0c0a3e-5c57-4c9b-8a53-3f9c3c1d7a03' },
    fromAddress: { addressRaw: 'guest' },
  };
  return {
    id: 'conversation',
    participants: [
      { purpose: 'customer', messages: [leg] },
      { purpose: 'agent', userId: agentId, messages: [{ id: 'own', state: 'connected', type }] },
    ],
  };
}

describe('beginning a hand-off', () => {
  const begin = (conversation: unknown, changed = partner) => {
    let known = partner;
    return createBeginHandOff({
      table: memoryHandOffs(),
      call: answering(conversation).call,
      partner: () => known,
      async refreshPartners() {
        known = changed;
      },
      knownCustomer: async () => null,
      queueName: () => null,
      now: () => start,
      newId: () => 'new',
    })({
      conversationId: 'conversation',
      partnerId: 'southridge',
      queue: 'Claims',
      reason: 'other',
      note: ' \0 ',
      by: { agentId, name: 'Ada' },
      eventId: 'press',
    });
  };

  it('writes down who the customer is and where they were', async () => {
    const { channelId, guestId, channelType, note, state, contract } = await begin(talk());
    assert.deepEqual(
      { channelId, guestId, channelType, note, state, contract },
      {
        channelId: '8a0c0a3e-5c57-4c9b-8a53-3f9c3c1d7a03',
        guestId: 'guest',
        channelType: 'webmessaging',
        note: null,
        state: 'proposed',
        contract: 'field',
      },
    );
  });

  it('hands nobody to an organisation that took the place of another while the conversation was read', async () => {
    for (const other of [{ organisationId: 'another' }, { contract: 'bridge' as const }])
      await assert.rejects(begin(talk(), { ...partner, ...other }), {
        code: 'handoff.partner-changed-meanwhile',
      });
    assert.equal((await begin(talk(), { ...partner, name: 'Southridge' })).state, 'proposed');
  });

  it('takes no channel type that is not mapped, and does not guess one', async () => {
    await assert.rejects(begin(talk('whatsapp')), { code: 'handoff.channel-unmapped' });
    await assert.rejects(begin({ ...talk(), participants: [] }), { code: 'handoff.channel-unmapped' });
  });
});

describe('carrying a hand-off out', () => {
  async function ground(call: PlatformCall, more: Partial<Parameters<typeof createCarryOut>[0]> = {}) {
    const key = await readTicketKey(await newTicketKey());
    assert.ok(key);
    const at = { now: start };
    const steps: HandOffEvent[] = [];
    const carryOut = createCarryOut({
      partner: () => partner,
      askReceiver: async () => {},
      bridge: { begin: async () => {}, end: async () => {}, progress: async () => null },
      call,
      key,
      ownOrganisation: async () => '11111111-1111-4111-8111-111111111111',
      async step(handOff, event): Promise<HandOff | null> {
        steps.push(event);
        const patch = nextStep(handOff, event, at.now);
        return patch === null ? null : { ...handOff, ...patch, version: handOff.version + 1 };
      },
      abandonedAfterMs: 0,
      now: () => at.now,
      newId: () => 'ticket',
      log: silentLog,
      ...more,
    });
    return { carryOut, steps, at };
  }

  it('looks for a move whose answer was lost four times, and then says that it is still here', async () => {
    const { call, asked } = answering(talk());
    const { carryOut, at } = await ground(call);
    const lost = exampleHandOff({ state: 'unknown', contract: 'field', attemptedAt: start });
    const found: (HandOff | null)[] = [];
    for (const seconds of [0, 1, 2, 5, 15, 39, 40]) {
      at.now = start + seconds * 1_000;
      found.push(await carryOut(lost));
    }
    assert.equal(asked.length, 4);
    assert.deepEqual(found.slice(0, -1), [null, null, null, null, null, null]);
    assert.equal(found.at(-1)?.code, 'handoff.not-moved');
    assert.ok(asked.every((path) => path === '/api/v2/conversations/{conversationId}'));
  });

  it('never asks again for a move an earlier life of the process asked for', async () => {
    const { call, asked } = answering({});
    const { carryOut } = await ground(call);
    const left = exampleHandOff({ state: 'moving', contract: 'field', attemptedAt: start });
    assert.equal((await carryOut(left))?.state, 'unknown');
    assert.deepEqual(asked, []);
  });

  it('asks the partner for a minute with a new ticket each time, and for nothing else before it is taken', async () => {
    const { call, asked } = answering({});
    const refusing = async () => {
      throw new ReachbackError('handoff.partner-unreachable');
    };
    const { carryOut, at } = await ground(call, { askReceiver: refusing });
    const proposed = exampleHandOff({ contract: 'field', createdAt: start });
    assert.equal(await carryOut(proposed), null);
    at.now = start + 60_000;
    assert.equal((await carryOut(proposed))?.code, 'handoff.partner-unreachable');
    assert.deepEqual(asked, []);
  });

  it('asks for no move where the partner has another contract since, and no key for it', async () => {
    const { call, asked } = answering({});
    const bridged: Partner = { ...partner, contract: 'bridge', sessionKey: null };
    const { carryOut } = await ground(call, { partner: () => bridged });
    for (const state of ['proposed', 'asserted'] as const)
      assert.equal(
        (await carryOut(exampleHandOff({ state, contract: 'field' })))?.code,
        'handoff.partner-unknown',
      );
    assert.deepEqual(asked, []);
  });

  it('writes no attempt before it knows whose conversation it moves, and asks for that for a minute', async () => {
    const { call, asked } = answering({});
    const { carryOut, steps, at } = await ground(call, {
      async ownOrganisation() {
        throw new ReachbackError('genesys.no-answer');
      },
    });
    const asserted = exampleHandOff({
      state: 'asserted',
      contract: 'field',
      ticketId: 't',
      createdAt: start,
    });
    assert.equal(await carryOut(asserted), null);
    assert.deepEqual(steps, []);
    at.now = start + 60_000;
    assert.deepEqual(
      [(await carryOut(asserted))?.state, steps],
      ['failed', [{ kind: 'failed', code: 'genesys.no-answer' }]],
    );
    assert.deepEqual(asked, []);
  });

  it('ends where the partner was taken out meanwhile', async () => {
    const { carryOut } = await ground(answering({}).call, { partner: () => null });
    assert.equal((await carryOut(exampleHandOff()))?.code, 'handoff.partner-unknown');
  });
});

describe('the partners', () => {
  it('tells a client of another organisation than the one registered', async () => {
    const key = await readTicketKey(await newTicketKey());
    assert.ok(key);
    const book = createPartnerBook({
      registry: registryOf([partner]),
      missing: () => [],
      client: () => ({ call: answering({ id: 'another' }).call, stop: async () => {} }),
      key,
      ownOrganisationId: () => null,
      table: memoryHandOffs(),
    });
    const { partners } = await book.seen();
    assert.equal(partners[0]?.problem, 'handoff.organisation-mismatch');
    await book.stop();
  });
});

describe('bringing a ticket to the partner’s own Reachback', () => {
  async function code(status: number, body: string): Promise<string> {
    const server = createServer((request, response) => {
      request.resume();
      // Not in one: where restify is loaded, writeHead gives nothing back.
      response.writeHead(status, { connection: 'close' });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = listeningPort(server);
    try {
      await postTicket(`http://127.0.0.1:${port}/hand-off/tickets`, 'ticket');
      return 'taken';
    } catch (cause) {
      return cause instanceof ReachbackError ? cause.code : 'thrown';
    } finally {
      server.close();
    }
  }

  it('believes a yes and a no that are ones, and nothing else', async () => {
    assert.equal(await code(200, '{"accepted":true,"ticketId":"t"}'), 'taken');
    assert.equal(
      await code(403, '{"accepted":false,"code":"handoff.ticket.expired"}'),
      'handoff.ticket.expired',
    );
    assert.equal(await code(200, '<html>'), 'handoff.partner-answer-malformed');
    assert.equal(await code(200, '{"accepted":false}'), 'handoff.partner-answer-malformed');
    assert.equal(
      await code(403, '{"accepted":false,"code":"store.failed"}'),
      'handoff.partner-answer-malformed',
    );
    assert.equal(await code(302, ''), 'handoff.partner-answer-malformed');
    assert.equal(await code(503, '{"accepted":false,"code":"x"}'), 'handoff.partner-unreachable');
  });

  it('reads no more than a verdict may have', async () => {
    const yes = (padding: number) => `{"accepted":true,"ticketId":"t"${' '.repeat(padding)}}`;
    assert.equal(await code(200, yes(200 * 1024)), 'taken');
    assert.equal(await code(200, yes(256 * 1024)), 'handoff.partner-answer-malformed');
  });

  it('says so where nobody answers', async () => {
    await assert.rejects(postTicket('http://127.0.0.1:1/hand-off/tickets', 'ticket'), {
      code: 'handoff.partner-unreachable',
    });
  });
});
