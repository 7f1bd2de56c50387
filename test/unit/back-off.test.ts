import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { backOffMs } from '../../src/back-off.ts';

describe('backOffMs', () => {
  const backOff = { baseMs: 100, maxMs: 1_000 };

  it('doubles, is capped, and never waits less than half', () => {
    equal(backOffMs(1, backOff, 0), 50);
    equal(backOffMs(1, backOff, 0.999_999), 100);
    equal(backOffMs(2, backOff, 0), 100);
    equal(backOffMs(9, backOff, 0), 500);
  });

  it('stays between half the base and the cap, however often and by whatever chance', () => {
    const chances = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), chances, (failures, chance) => {
        const ms = backOffMs(failures, backOff, chance);
        ok(ms >= 50 && ms <= 1_000);
      }),
    );
  });
});
