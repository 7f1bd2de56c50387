import assert from 'node:assert/strict';
import type { Filter, Predicate } from '../../../../../src/sandbox/analytics/filters/filter.ts';
import { filterTest } from '../../../../../src/sandbox/analytics/filters/passes-filters.ts';
import { seedWorld } from '../../../../../src/sandbox/seed/seed-world.ts';

const [org] = seedWorld('filters', Date.UTC(2026, 10, 21), 'http://127.0.0.1:9/').orgs.values();
assert.ok(org);
const [conversation] = org.conversations.values();
const customer = org.customers.get(conversation?.customerId ?? '');
assert.ok(conversation && customer);
const passesFilters = (
  conversationFilters: readonly Filter[],
  segmentFilters: readonly Filter[],
): boolean => {
  const test = filterTest(org, { conversationFilters, segmentFilters });
  return test === 'always' || test(conversation, customer);
};

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
    assert.ok(passesFilters([], [customerLeg]));
    assert.ok(passesFilters([], [withQueue]));
    // The customer's own leg has no queue.
    assert.ok(!passesFilters([], [customerLeg, withQueue]));
  });

  it('join their predicates and clauses by and, or by or', () => {
    const [yes, no] = [predicate('purpose', 'agent'), predicate('purpose', 'voicemail')];
    assert.ok(passesFilters([], [filter('or', yes, no)]));
    assert.ok(!passesFilters([], [filter('and', yes, no)]));
    const clauses = [{ type: 'or' as const, predicates: [yes, no] }];
    assert.ok(passesFilters([], [{ type: 'and', predicates: [yes], clauses }]));
    assert.ok(!passesFilters([], [{ type: 'and', predicates: [no], clauses }]));
  });

  it('know what is there, what is not, and times in an interval', () => {
    assert.ok(passesFilters([filter('and', predicate('conversationEnd'))], []));
    assert.ok(!passesFilters([filter('and', { dimension: 'conversationEnd', operator: 'notExists' })], []));
    const within = (interval: string) =>
      passesFilters([], [filter('and', predicate('segmentEnd', interval))]);
    assert.ok(within('2026-11-20T00:00:00Z/2026-11-21T00:00:00Z'));
    assert.ok(!within('2026-11-21T00:00:00Z/2026-11-22T00:00:00Z'));
  });

  it('need not look at a conversation for what is so for every customer', () => {
    const all = [filter('and', predicate('mediaType', 'message'), predicate('purpose', 'customer'))];
    assert.equal(filterTest(org, { conversationFilters: [], segmentFilters: all }), 'always');
    const voice = [filter('and', predicate('mediaType', 'voice'))];
    assert.ok(!passesFilters([], voice));
  });

  it('compare metrics and numbers with a range', () => {
    const talked = (range: object): Filter =>
      filter('and', { metric: 'tTalk', operator: 'matches', range } as const);
    assert.ok(passesFilters([talked({ gt: 0 })], []));
    assert.ok(!passesFilters([talked({ lt: 1 })], []));
    const long: Filter = filter('and', {
      metric: 'tSegmentDuration',
      operator: 'matches',
      range: { gte: 1000 },
    });
    assert.ok(passesFilters([], [long]));
    const property: Filter = filter('and', { property: 'x', propertyType: 'string', operator: 'exists' });
    assert.ok(!passesFilters([], [property]));
  });
});
