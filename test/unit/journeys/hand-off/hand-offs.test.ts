import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Secret } from '../../../../src/config/secret.ts';
import { createHandOffWork } from '../../../../src/journeys/hand-off/hand-offs.ts';
import type { HandOffRequest } from '../../../../src/journeys/hand-off/handing-off.ts';
import type { Partner } from '../../../../src/journeys/hand-off/partner.ts';
import { newTicketKey, readTicketKey } from '../../../../src/journeys/hand-off/ticket-key.ts';
import { waitFor } from '../../../../tools/program/wait-for.ts';
import { exampleHandOff } from '../../../support/example-hand-off.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { memoryHandOffs } from '../../../support/memory-hand-offs.ts';
import { silentLog } from '../../../support/silent-log.ts';

const partner: Partner = {
  id: 'southridge',
  organisationId: '22222222-2222-4222-8222-222222222222',
  name: 'Southridge Repairs',
  apiUrl: 'https://api.example',
  loginUrl: 'https://login.example',
  clientId: 'client',
  clientSecret: new Secret('secret'),
  contract: 'bridge',
  integration: null,
  sessionKey: null,
  trustKeys: [],
  channelTypes: { webmessaging: 'open' },
  queues: ['Claims'],
  ticketUrl: null,
  teamsConversation: null,
  limitMs: 1_000,
};

const request: HandOffRequest = {
  eventId: 'press',
  conversationId: 'conversation',
  partnerId: 'southridge',
  queue: 'Claims',
  reason: 'escalation',
  note: null,
  by: { agentId: 'agent', name: 'Ada Brandt' },
};

const bridged = (table: ReturnType<typeof memoryHandOffs>, id: string) =>
  waitFor(() => table.rows.get(id)?.state === 'bridged', { what: 'the hand-off to stand' });

describe('hand-offs of two instances on one store', () => {
  async function ground() {
    const key = await readTicketKey(await newTicketKey());
    assert.ok(key);
    const table = memoryHandOffs();
    const clock = manualClock(exampleHandOff().createdAt);
    const bridges = new Map<string, 'open' | 'ended'>();
    let letBegin = () => {};
    const beginning = new Promise<void>((resolve) => {
      letBegin = resolve;
    });
    const tickets: string[] = [];
    let letAnswer = () => {};
    const answering = new Promise<void>((resolve) => {
      letAnswer = resolve;
    });
    const instance = (knows = true) =>
      createHandOffWork({
        table,
        async propose(_, begun) {
          const handOff = exampleHandOff({ createdAt: clock.now(), updatedAt: clock.now() });
          const added = await table.add(handOff);
          if (added === 'added') begun?.(handOff.id);
          return added === 'added' ? handOff : ((await table.ofEvent(handOff.eventId)) ?? handOff);
        },
        bridge: {
          async begin({ handOffId }) {
            await beginning;
            if (!bridges.has(handOffId)) bridges.set(handOffId, 'open');
          },
          async end(handOffId) {
            if (bridges.has(handOffId)) bridges.set(handOffId, 'ended');
          },
          progress: async () => null,
        },
        tell: () => {},
        partner: () => (knows ? partner : null),
        async askReceiver(_, ticket) {
          tickets.push(ticket);
          await answering;
        },
        call: async () => assert.fail('nothing is asked of the platform'),
        key,
        ownOrganisation: async () => '11111111-1111-4111-8111-111111111111',
        abandonedAfterMs: 30_000,
        now: clock.now,
        newId: () => 'ticket',
        clock,
        log: silentLog,
      });
    return {
      table,
      clock,
      bridges,
      tickets,
      letBegin,
      letAnswer,
      one: instance(),
      other: instance(),
      stranger: instance(false),
    };
  }

  it('end a bridge that one began while a person ended the hand-off at the other', async () => {
    const { table, clock, bridges, letBegin, one, other } = await ground();
    const handOff = exampleHandOff({ state: 'moving', ticketId: 'ticket', attemptedAt: clock.now() });
    table.rows.set(handOff.id, handOff);
    one.start();
    await clock.advance(1);
    other.start();
    await other.end({ id: handOff.id, byName: 'Ada Brandt' });
    await clock.advance(2_000);
    letBegin();
    await clock.advance(5_000);
    assert.equal(table.rows.get(handOff.id)?.state, 'ended');
    assert.equal(bridges.get(handOff.id), 'ended');
    await Promise.all([one.stop(), other.stop()]);
  });

  it('end a bridge though the one at which a person ended the hand-off is gone before it could', async () => {
    const { table, clock, bridges, one, other } = await ground();
    const handOff = exampleHandOff({ state: 'bridged', ticketId: 'ticket', attemptedAt: clock.now() });
    table.rows.set(handOff.id, handOff);
    bridges.set(handOff.id, 'open');
    other.start();
    await clock.advance(90_000);
    await one.stop();
    await one.end({ id: handOff.id, byName: 'Ada Brandt' });
    await clock.advance(120_000);
    assert.equal(bridges.get(handOff.id), 'ended');
    await other.stop();
  });

  it('bring one ticket, by the one at which it began, however long the answer takes', async () => {
    const { table, clock, tickets, letAnswer, letBegin, one, other } = await ground();
    one.start();
    other.start();
    const handOff = await one.begin(request);
    // It is signed, which takes no time of the clock.
    await waitFor(() => tickets[0], { what: 'the ticket' });
    // Teams delivers the press once more, to the other.
    assert.equal((await other.begin(request)).id, handOff.id);
    for (let second = 0; second < 10; second += 1) {
      await clock.advance(1_000);
      await setImmediate();
    }
    letAnswer();
    letBegin();
    await bridged(table, handOff.id);
    assert.equal(tickets.length, 1);
    await Promise.all([one.stop(), other.stop()]);
  });

  it('take up what one left behind before its ticket was taken', async () => {
    const { table, clock, tickets, letAnswer, letBegin, other } = await ground();
    const handOff = exampleHandOff({ createdAt: clock.now(), updatedAt: clock.now() });
    table.rows.set(handOff.id, handOff);
    letAnswer();
    letBegin();
    other.start();
    await clock.advance(32_000);
    await bridged(table, handOff.id);
    assert.equal(tickets.length, 1);
    await other.stop();
  });

  it('leave a hand-off whose partner they do not know to the one that does, and say so when there is none', async () => {
    const { table, clock, letAnswer, letBegin, one, stranger } = await ground();
    stranger.start();
    one.start();
    const handOff = await one.begin(request);
    await clock.advance(45_000);
    assert.equal(table.rows.get(handOff.id)?.state, 'proposed');
    letAnswer();
    letBegin();
    await bridged(table, handOff.id);
    await one.stop();
    table.rows.set('left', exampleHandOff({ id: 'left', createdAt: clock.now(), updatedAt: clock.now() }));
    await clock.advance(95_000);
    const left = table.rows.get('left');
    assert.deepEqual([left?.state, left?.code], ['failed', 'handoff.partner-unknown']);
    await stranger.stop();
  });
});
