import { equal } from 'node:assert/strict';
import { throttledForMs } from '../../../src/genesys/throttled-for.ts';

describe('throttledForMs', () => {
  const now = Date.parse('2026-11-21T10:00:00Z');

  it('waits as long as the 429 says, and 15 s when it does not say', () => {
    equal(throttledForMs({ header: (name) => (name === 'retry-after' ? '42' : undefined) }, now), 42_000);
    equal(throttledForMs({ header: () => undefined }, now), 15_000);
    equal(throttledForMs({ header: () => 'soon' }, now), 15_000);
  });

  it('counts to a date by the clock that wrote it', () => {
    const headers: Record<string, string> = {
      date: 'Sat, 21 Nov 2026 10:10:00 GMT',
      'retry-after': 'Sat, 21 Nov 2026 10:10:30 GMT',
    };
    equal(throttledForMs({ header: (name) => headers[name] }, now), 30_000);
  });
});
