import { equal, ok } from 'node:assert/strict';
import { retryAfterMs } from '../../../src/genesys/retry-after.ts';
import { retryDelay } from '../../../src/genesys/retry-delay.ts';

const now = Date.parse('2026-11-21T10:00:00Z');

describe('retryAfterMs', () => {
  const cases: readonly [string | undefined, number][] = [
    ['42', 42_000],
    [' 7 ', 7_000],
    ['0', 1_000],
    ['0.2', 1_000],
    [undefined, 15_000],
    ['', 15_000],
    ['-5', 15_000],
    ['soon', 15_000],
    ['999999999', 300_000],
    ['1e99', 15_000],
    ['Sat, 21 Nov 2026 10:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2026 09:00:00 GMT', 15_000],
    ['Sat, 21 Nov 2076 10:00:00 GMT', 300_000],
  ];
  for (const [header, expected] of cases)
    it(`${header} → ${expected} ms`, () => equal(retryAfterMs(header, now), expected));
});

describe('retryDelay', () => {
  const backOff = { baseMs: 100, maxMs: 1_000 };

  it('doubles, is capped, and never waits less than half', () => {
    equal(retryDelay(1, backOff, 0), 50);
    equal(retryDelay(1, backOff, 0.999_999), 100);
    equal(retryDelay(2, backOff, 0), 100);
    equal(retryDelay(9, backOff, 0), 500);
    ok(retryDelay(10_000, backOff, 0.999_999) <= 1_000);
  });
});
