import { equal } from 'node:assert/strict';
import { retryAfterMs } from '../../src/retry-after.ts';

const now = Date.parse('2026-11-21T10:00:00Z');

describe('retryAfterMs', () => {
  const cases: readonly [string | null | undefined, number | null][] = [
    ['42', 42_000],
    [' 7 ', 7_000],
    ['0', 1_000],
    ['0.2', 1_000],
    [undefined, null],
    [null, null],
    ['', null],
    ['-5', null],
    ['soon', null],
    ['999999999', 300_000],
    ['1e99', null],
    ['Sat, 21 Nov 2026 10:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2026 09:00:00 GMT', null],
    ['Sat, 21 Nov 2076 10:00:00 GMT', 300_000],
  ];
  for (const [header, expected] of cases)
    it(`${header} → ${expected} ms`, () => equal(retryAfterMs(header, now), expected));
});
