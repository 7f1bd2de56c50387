import assert from 'node:assert/strict';
import { Secret } from '../../../../src/config/secret.ts';
import { createHandOffWork } from '../../../../src/journeys/hand-off/hand-offs.ts';
import type { Partner } from '../../../../src/journeys/hand-off/partner.ts';
import { newTicketKey, readTicketKey } from '../../../../src/journeys/hand-off/ticket-key.ts';
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
    const instance = () =>
      createHandOffWork({
        table,
        propose: async () => exampleHandOff(),
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
        partner: () => partner,
        askReceiver: async () => {},
        call: async () => assert.fail('nothing is asked of the platform'),
        key,
        ownOrganisation: async () => '11111111-1111-4111-8111-111111111111',
        abandonedAfterMs: 30_000,
        now: clock.now,
        newId: () => 'ticket',
        clock,
        log: silentLog,
      });
    return { table, clock, bridges, letBegin, one: instance(), other: instance() };
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
});
