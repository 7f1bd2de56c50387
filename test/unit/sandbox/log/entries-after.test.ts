import assert from 'node:assert/strict';
import { entriesAfter } from '../../../../src/sandbox/log/entries-after.ts';

describe('entriesAfter', () => {
  const entries = [2, 3, 5, 8].map((seq) => ({ seq }));
  const seqsAfter = (seq: number, limit?: number) =>
    entriesAfter(entries, seq, limit).map((each) => each.seq);

  it('gives what has a higher number, at most so many', () => {
    assert.deepEqual(seqsAfter(0), [2, 3, 5, 8]);
    assert.deepEqual(seqsAfter(3), [5, 8]);
    assert.deepEqual(seqsAfter(4), [5, 8]);
    assert.deepEqual(seqsAfter(8), []);
    assert.deepEqual(seqsAfter(2, 2), [3, 5]);
    assert.deepEqual(entriesAfter([], 0), []);
  });
});
