import assert from 'node:assert/strict';
import { conversationRecord } from '../../../../../src/sandbox/platform/analytics/conversation-record.ts';
import type { Filter, Predicate } from '../../../../../src/sandbox/platform/analytics/details-query.ts';
import { passesFilters } from '../../../../../src/sandbox/platform/analytics/passes-filters.ts';
import { seedWorld } from '../../../../../src/sandbox/seed/seed-world.ts';

const [org] = seedWorld('filters', Date.UTC(2026, 10, 21), 'http://127.0.0.1:9/').orgs.values();
assert.ok(org);
const [conversation] = org.conversations.values();
const customer = org.customers.get(conversation?.customerId ?? '');
assert.ok(conversation && customer);
const record = conversationRecord(org, conversation, customer);

const predicate = (dimension: string, value?: string): Predicate =>
  value === undefined ? { dimension, operator: 'exists' } : { dimension, operator: 'matches', value };
const filter = (type: 'and' | 'or', ...predicates: Predicate[]): Filter => ({
  type,
  predicates,
  clauses: [],
});

describe('filters of the details query', () => {
  it('of segments must all hold for one and the same segment', () => {
    const customerLeg = filter('and', predicate('purpose', 'customer'));
    const withQueue = filter('and', predicate('queueId'));
    assert.ok(passesFilters(record, [], [customerLeg]));
    assert.ok(passesFilters(record, [], [withQueue]));
    // The customer's own leg has no queue.
    assert.ok(!passesFilters(record, [], [customerLeg, withQueue]));
  });

  it('join their predicates and clauses by and, or by or', () => {
    const [yes, no] = [predicate('purpose', 'agent'), predicate('purpose', 'voicemail')];
    assert.ok(passesFilters(record, [], [filter('or', yes, no)]));
    assert.ok(!passesFilters(record, [], [filter('and', yes, no)]));
    const clauses = [{ type: 'or' as const, predicates: [yes, no] }];
    assert.ok(passesFilters(record, [], [{ type: 'and', predicates: [yes], clauses }]));
    assert.ok(!passesFilters(record, [], [{ type: 'and', predicates: [no], clauses }]));
  });

  it('know what is there, what is not, and times in an interval', () => {
    assert.ok(passesFilters(record, [filter('and', predicate('conversationEnd'))], []));
    assert.ok(
      !passesFilters(record, [filter('and', { dimension: 'conversationEnd', operator: 'notExists' })], []),
    );
    const within = (interval: string) =>
      passesFilters(record, [], [filter('and', predicate('segmentEnd', interval))]);
    assert.ok(within('2026-11-20T00:00:00Z/2026-11-21T00:00:00Z'));
    assert.ok(!within('2026-11-21T00:00:00Z/2026-11-22T00:00:00Z'));
  });
});
