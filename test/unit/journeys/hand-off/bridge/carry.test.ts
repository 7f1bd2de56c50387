import { equal } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { bridgeTimings as timings } from '../../../../../src/journeys/hand-off/bridge/bridge-timings.ts';
import { createCarry } from '../../../../../src/journeys/hand-off/bridge/carry/carry.ts';
import type { Heard } from '../../../../../src/journeys/hand-off/bridge/carry/next-step.ts';
import { bridgeWords as words } from '../../../../../src/journeys/hand-off/bridge/texts/bridge-words.ts';
import { exampleBridge, exampleCarried } from '../../../../support/example-carried.ts';
import { manualClock } from '../../../../support/manual-clock.ts';
import { silentLog } from '../../../../support/silent-log.ts';
import { storeOfEachTest } from '../../../../support/store-of-each-test.ts';

describe('carrying what waits in a direction', () => {
  const store = storeOfEachTest();

  it('goes by no order that was read before the list was heard: another reply may be ahead by now', async () => {
    const clock = manualClock();
    const bridge = exampleBridge();
    const { handOffId } = bridge;
    const reply = exampleCarried({ handOffId, direction: 'to-customer', createdAt: clock.now() });
    await store().bridges.add(bridge, [reply]);
    let heard: Heard = { until: null, deafSince: null };
    const nobody = () => Promise.reject(new Error('nothing is sent'));
    const carry = createCarry({
      handOffId,
      direction: 'to-customer',
      heard: () => heard,
      settled() {},
      bridges: {
        ...store().bridges,
        async pending(id, direction) {
          const rows = await store().bridges.pending(id, direction);
          heard = { until: clock.now() + 1, deafSince: null };
          return rows;
        },
      },
      source: nobody,
      sendToCustomer: nobody,
      partnerOf: () => ({ call: nobody, integrationId: '', webhookToken: '' }),
      isOthers: () => false,
      clock,
      platformNow: clock.now,
      newId: randomUUID,
      log: silentLog,
      timings,
      words,
      readEveryMs: () => timings.readEveryMs,
      changed() {},
      note: async () => {},
      beginEnd: async () => {},
    });
    equal(await carry(), timings.orderPatienceMs);
  });
});
