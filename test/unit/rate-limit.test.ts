import assert from 'node:assert/strict';
import { createRateLimit } from '../../src/rate-limit.ts';

describe('the rate of requests', () => {
  it('lets so many through at once and as many again within a minute, each asker for themselves', () => {
    const rates = createRateLimit(2);
    assert.deepEqual([rates.take('a', 0), rates.take('a', 0)], [0, 0]);
    assert.equal(rates.take('a', 0), 30_000);
    assert.equal(rates.take('b', 0), 0);
    assert.equal(rates.take('a', 20_000), 10_000);
    assert.equal(rates.take('a', 30_000), 0);
    assert.ok(rates.take('a', 30_000) > 0);
  });
  it('keeps no more askers than it has room for, the latest of them', () => {
    const rates = createRateLimit(1);
    rates.take('first', 0);
    for (let index = 0; index < 20_000; index += 1) rates.take(`other-${index}`, 0);
    assert.equal(rates.take('first', 0), 0, 'forgotten');
    assert.ok(rates.take('other-19999', 0) > 0);
  });
});
