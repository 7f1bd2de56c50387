import assert from 'node:assert/strict';
import { ledgerClock } from '../../../src/journeys/ledger-clock.ts';
import { manualClock } from '../../support/manual-clock.ts';

describe('the clock of the ledger', () => {
  const told = (aheadMs: number) => {
    const ours = manualClock(1_000_000);
    return ledgerClock(ours, () => ours.now() + aheadMs).now() - ours.now();
  };

  it('is the platform’s where the two differ, and ours where they agree as far as can be told', () => {
    assert.deepEqual(
      [-600_000, -1_999, 0, 1_999, 2_000, 600_000].map(told),
      [-601_000, 0, 0, 0, 1_000, 599_000],
    );
  });
});
