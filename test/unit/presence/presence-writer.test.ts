import { deepEqual, equal } from 'node:assert/strict';
import type { AgentPresence } from '../../../src/presence/agent-presence.ts';
import { createPresenceWriter } from '../../../src/presence/presence-writer.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { memoryPresenceTable } from '../../support/memory-presence-table.ts';
import { silentLog } from '../../support/silent-log.ts';

const state = (agentId: string, presenceSince: number): AgentPresence => ({
  agentId,
  presence: 'available',
  presenceSince,
  routingStatus: 'OFF_QUEUE',
  routingSince: 1,
});

describe('createPresenceWriter', () => {
  it('writes in batches, the newest of each agent', async () => {
    const clock = manualClock();
    const table = memoryPresenceTable();
    const batches: number[] = [];
    const presences = {
      ...table,
      put: async (states: readonly AgentPresence[]) => {
        batches.push(states.length);
        await table.put(states);
      },
    };
    const writer = createPresenceWriter({ presences, clock, log: silentLog });
    writer.write(state('a', 1));
    writer.write(state('b', 1));
    writer.write(state('a', 2));
    equal(table.rows.size, 0);
    await clock.advance(200);
    deepEqual(batches, [2]);
    equal(table.rows.get('a')?.presenceSince, 2);
    await writer.close();
    equal(clock.pending(), 0);
  });

  it('writes at once after a quiet time: a process killed right after its start knows where it was', async () => {
    const clock = manualClock();
    const table = memoryPresenceTable();
    const writer = createPresenceWriter({ presences: table, clock, log: silentLog });
    writer.write(state('a', 1));
    await clock.advance(0);
    equal(table.rows.get('a')?.presenceSince, 1);
    writer.write(state('a', 2));
    await clock.advance(199);
    equal(table.rows.get('a')?.presenceSince, 1);
    await clock.advance(1);
    equal(table.rows.get('a')?.presenceSince, 2);
    await writer.close();
  });

  it('tries a failed batch again without bringing back older states', async () => {
    const clock = manualClock();
    const table = memoryPresenceTable();
    let failures = 1;
    const presences = {
      ...table,
      put: async (states: readonly AgentPresence[]) => {
        if (failures-- > 0) {
          writer.write(state('a', 9));
          throw new Error('disk full');
        }
        return table.put(states);
      },
    };
    const writer = createPresenceWriter({ presences, clock, log: silentLog });
    writer.write(state('a', 1));
    writer.write(state('b', 1));
    await clock.advance(1_000);
    equal(table.rows.get('a')?.presenceSince, 9);
    equal(table.rows.get('b')?.presenceSince, 1);
    await writer.close();
  });

  it('writes what is queued when it ends', async () => {
    const table = memoryPresenceTable();
    const writer = createPresenceWriter({ presences: table, clock: manualClock(), log: silentLog });
    writer.write(state('a', 1));
    await writer.close();
    equal(table.rows.size, 1);
  });
});
