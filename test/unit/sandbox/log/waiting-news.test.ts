import assert from 'node:assert/strict';
import type { CustomerEntry, RecordEntry } from '../../../../src/sandbox/log/record-entry.ts';
import { createWaitingNews } from '../../../../src/sandbox/log/waiting-news.ts';

const entry = (seq: number, event: CustomerEntry['event'], id: string, customerId = 'a'): RecordEntry => ({
  seq,
  at: seq,
  kind: 'customer',
  event,
  orgId: 'o',
  customerId,
  conversationId: 'c',
  channelId: 'd',
  guestId: 'g',
  message: { id, text: '' },
});

describe('what waits for a customer', () => {
  it('is what was written down as waiting and not seen since, as the record grows', () => {
    const waitingNews = createWaitingNews();
    const record = [entry(1, 'waiting', 'm1'), entry(2, 'shown', 'm2'), entry(3, 'waiting', 'm3', 'b')];
    assert.deepEqual([...waitingNews(record, 'a')], ['m1']);
    record.push(entry(4, 'waiting', 'm4'), entry(5, 'seen-in-history', 'm1'));
    assert.deepEqual([...waitingNews(record, 'a')], ['m4']);
    assert.deepEqual([...waitingNews(record, 'b')], ['m3']);
    record.push(entry(6, 'seen-in-history', 'm4'));
    assert.equal(waitingNews(record, 'a').size, 0);
  });

  it('begins anew with another record', () => {
    const waitingNews = createWaitingNews();
    assert.equal(waitingNews([entry(1, 'waiting', 'm1')], 'a').size, 1);
    assert.equal(waitingNews([], 'a').size, 0);
  });
});
