import assert from 'node:assert/strict';
import type { FoundMessage } from '../../../src/delivery/find-message.ts';
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
  async function looksInTenMinutes(answer: (look: number) => ReachbackError | FoundMessage | null) {
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

  it('asks a person after four looks, and looks once more for them', async () => {
    assert.deepEqual(await looksInTenMinutes(() => null), { looks: 5, state: 'asked' });
  });

  it('looks when docs/operations.md says: 1, 5, 15 and 40 seconds, then 5 and 30 minutes after the attempt', async () => {
    const clock = manualClock();
    const outreach = exampleOutreach({ state: 'unknown', attemptedAt: clock.now() });
    const note = { at: clock.now(), who: 'test', why: 'test', from: null, to: 'unknown' } as const;
    await store().outreaches.insert(outreach, [note]);
    const seconds: number[] = [];
    const reconciler = createReconciler({
      ledger: createLedger({ outreaches: store().outreaches, now: clock.now, changed: () => {} }),
      outreaches: store().outreaches,
      findMessage: async ({ attemptedAt }) => {
        seconds.push((clock.now() - (attemptedAt ?? 0)) / 1_000);
        return null;
      },
      clock,
      log: silentLog,
    });
    reconciler.start();
    await clock.advance(60 * 60_000);
    await reconciler.stop();
    assert.deepEqual(seconds, [1, 5, 15, 40, 300, 1_800]);
  });

  it('does not spend the budget of sends on a conversation the platform no longer has', async () => {
    assert.deepEqual(await looksInTenMinutes(() => new ReachbackError('genesys.not-found')), {
      looks: 5,
      state: 'asked',
    });
  });

  it('asks a person within a minute though the platform does not answer', async () => {
    const down = await looksInTenMinutes(() => new ReachbackError('genesys.no-answer'));
    assert.equal(down.state, 'asked');
  });

  it('looks ever more slowly while the platform is down, and finds the message when it is back', async () => {
    const down = await looksInTenMinutes((look) =>
      look < 12 ? new ReachbackError('genesys.server-error') : { messageId: 'm', conversationId: 'c' },
    );
    assert.deepEqual(down, { looks: 12, state: 'sent' });
  });
});
