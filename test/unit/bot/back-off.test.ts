import assert from 'node:assert/strict';
import fc from 'fast-check';
import { backOffMs } from '../../../bot/back-off.ts';

const random = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

describe('backOffMs', () => {
  it('doubles from a second to five minutes', () => {
    const middle = () => 0.5;
    assert.deepEqual(
      [1, 2, 3, 9, 10, 1000].map((failures) => backOffMs(failures, null, middle)),
      [1_000, 2_000, 4_000, 256_000, 300_000, 300_000],
    );
  });

  it('stays within a fifth of that, and never below what was asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), fc.nat(600_000), random, (failures, asked, chance) => {
        const wait = backOffMs(failures, null, () => chance);
        assert.ok(wait >= 800 && wait <= 360_000);
        assert.ok(backOffMs(failures, asked, () => chance) >= asked);
      }),
    );
  });
});
