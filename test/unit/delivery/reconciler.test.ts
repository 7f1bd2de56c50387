import assert from 'node:assert/strict';
import { createLedger } from '../../../src/delivery/ledger.ts';
import { createReconciler } from '../../../src/delivery/reconciler.ts';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { silentLog } from '../../support/silent-log.ts';
import { storeOfEachTest } from '../../support/store-of-each-test.ts';

describe('reconciler', () => {
  const store = storeOfEachTest();

  /** How often an unknown outreach is looked for in ten minutes, and what it is then. */
  async function looksInTenMinutes(answer: (look: number) => ReachbackError | string | null) {
    const clock = manualClock();
    const outreach = exampleOutreach({ state: 'unknown', attemptedAt: clock.now() });
    await store().outreaches.insert(outreach, [
      { at: clock.now(), who: 'test', why: 'test', from: null, to: 'unknown' },
    ]);
    let looks = 0;
    const reconciler = createReconciler({
      ledger: createLedger({ outreaches: store().outreaches, now: clock.now, changed: () => {} }),
      outreaches: store().outreaches,
      findMessage: async () => {
        looks += 1;
        const said = answer(looks);
        if (said instanceof ReachbackError) throw said;
        return said;
      },
      clock,
      log: silentLog,
    });
    reconciler.start();
    await clock.advance(10 * 60_000);
    await reconciler.stop();
    return { looks, state: (await store().outreaches.get(outreach.id))?.state };
  }

  it('looks four times, then leaves it to a person', async () => {
    assert.deepEqual(await looksInTenMinutes(() => null), { looks: 4, state: 'unknown' });
  });

  it('does not spend the budget of sends on a conversation the platform no longer has', async () => {
    assert.deepEqual(await looksInTenMinutes(() => new ReachbackError('genesys.not-found')), {
      looks: 4,
      state: 'unknown',
    });
  });

  it('looks ever more slowly while the platform is down, and finds the message when it is back', async () => {
    const down = await looksInTenMinutes((look) =>
      look < 12 ? new ReachbackError('genesys.server-error') : 'message',
    );
    assert.deepEqual(down, { looks: 12, state: 'sent' });
  });
});
