import assert from 'node:assert/strict';
import type { HandOffEvent } from '../../../../src/journeys/hand-off/hand-off-event.ts';
import { nextStep } from '../../../../src/journeys/hand-off/next-step.ts';
import {
  type HandOff,
  type HandOffContract,
  type HandOffState,
  handOffStates,
} from '../../../../src/store/shapes/hand-off-table.ts';
import { exampleHandOff } from '../../../support/example-hand-off.ts';

const now = 1_000;
const events: Readonly<Record<HandOffEvent['kind'], HandOffEvent>> = {
  'ticket-accepted': { kind: 'ticket-accepted', ticketId: 't' },
  'ticket-refused': { kind: 'ticket-refused', ticketId: 't', code: 'handoff.ticket.expired' },
  leaving: { kind: 'leaving' },
  refused: { kind: 'refused', code: 'genesys.handoff.refused' },
  failed: { kind: 'failed', code: 'handoff.partner-unreachable' },
  lost: { kind: 'lost', code: 'handoff.move-unknown' },
  bridged: { kind: 'bridged' },
  moved: { kind: 'moved', destinationConversationId: 'd' },
  progress: { kind: 'progress', toPartner: 3, toCustomer: 2, waiting: 1, code: 'genesys.unreachable' },
  ended: { kind: 'ended', by: 'destination', byName: null, code: null },
};

/** From which states an event leads where, by contract. */
const table: Readonly<
  Record<
    HandOffEvent['kind'],
    Readonly<Record<HandOffContract, Readonly<Partial<Record<HandOffState, HandOffState>>>>>
  >
> = {
  'ticket-accepted': { bridge: { proposed: 'asserted' }, field: { proposed: 'asserted' } },
  'ticket-refused': { bridge: { proposed: 'refused' }, field: { proposed: 'refused' } },
  leaving: { bridge: { asserted: 'moving' }, field: { asserted: 'moving' } },
  refused: {
    bridge: { asserted: 'refused', moving: 'refused' },
    field: { asserted: 'refused', moving: 'refused' },
  },
  failed: {
    bridge: { proposed: 'failed', asserted: 'failed', moving: 'failed', unknown: 'failed' },
    field: { proposed: 'failed', asserted: 'failed', moving: 'failed', unknown: 'failed' },
  },
  lost: { bridge: {}, field: { moving: 'unknown' } },
  bridged: { bridge: { moving: 'bridged' }, field: {} },
  moved: { bridge: {}, field: { moving: 'moved', unknown: 'moved' } },
  progress: { bridge: { bridged: 'bridged', ended: 'ended' }, field: { bridged: 'bridged', ended: 'ended' } },
  ended: {
    bridge: { proposed: 'ended', asserted: 'ended', moving: 'ended', bridged: 'ended' },
    field: { proposed: 'ended', asserted: 'ended' },
  },
};

function stepped(handOff: HandOff, event: HandOffEvent): HandOff | null {
  const patch = nextStep(handOff, event, now);
  return patch === null ? null : { ...handOff, ...patch };
}

describe('the steps of a hand-off', () => {
  for (const [kind, event] of Object.entries(events))
    it(`takes “${kind}” from where it belongs, and leaves everything else as it is`, () => {
      for (const contract of ['bridge', 'field'] as const)
        for (const state of handOffStates) {
          const next = stepped(exampleHandOff({ state, contract }), event);
          assert.equal(next?.state, table[event.kind][contract][state], `${contract} ${state}`);
        }
    });

  it('writes the attempt down before it leaves, and the ticket with the verdict', () => {
    assert.equal(stepped(exampleHandOff({ state: 'asserted' }), events.leaving)?.attemptedAt, now);
    assert.equal(stepped(exampleHandOff({ state: 'proposed' }), events['ticket-accepted'])?.ticketId, 't');
  });

  it('counts only upwards, says the same once, and has nothing waiting after the end', () => {
    const bridged = exampleHandOff({ state: 'bridged', toPartner: 5, toCustomer: 1 });
    const counted = stepped(bridged, events.progress);
    assert.deepEqual([counted?.toPartner, counted?.toCustomer, counted?.waiting], [5, 2, 1]);
    assert.ok(counted);
    assert.equal(stepped(counted, events.progress), null);
    const ended = stepped(counted, events.ended);
    assert.deepEqual([ended?.waiting, ended?.code, ended?.endedBy], [0, null, 'destination']);
  });
});
