import type { Conversation } from '../../conversation.ts';
import type { Customer, Org } from '../../org.ts';
import { conversationValues, ofSegments, type Read, segmentValues } from './conversation-values.ts';
import { timeDimensions } from './dimensions.ts';
import type { Filter, Predicate, Range } from './filter.ts';
import { parseInterval } from './interval.ts';
import { segmentsOf } from './segments-of.ts';

interface Filters {
  readonly conversationFilters: readonly Filter[];
  readonly segmentFilters: readonly Filter[];
}

/** Whether a conversation passes; `always` when every one does, so that none need be looked at. */
export type Test = 'always' | ((conversation: Conversation, customer: Customer) => boolean);

/** All filters pass: conversation filters on the conversation, segment filters together on one of its segments. */
export function filterTest(org: Org, { conversationFilters, segmentFilters }: Filters): Test {
  const onSegments = holdsForEveryCustomer(segmentFilters) ? [] : segmentFilters;
  if (conversationFilters.length === 0 && onSegments.length === 0) return 'always';
  const bySegment = onSegments.flatMap(predicatesOf).some((each) => ofSegments.includes(nameOf(each)));
  return (conversation, customer) => {
    const own = conversationValues(org, conversation);
    if (!conversationFilters.every((filter) => passes(filter, own))) return false;
    if (onSegments.length === 0) return true;
    return conversation.participants.some((participant) =>
      participant.legs.some((leg) =>
        (bySegment ? segmentsOf(participant, leg) : [undefined]).some((segment) => {
          const read = segmentValues(conversation, customer, participant, leg, segment);
          return onSegments.every((filter) => passes(filter, read));
        }),
      ),
    );
  };
}

/** What is so on the customer's leg of every conversation here. */
const alike: Readonly<Record<string, unknown>> = {
  mediaType: 'message',
  messageType: 'webmessaging',
  provider: 'PureCloud Messaging',
  purpose: 'customer',
  conference: false,
};

function holdsForEveryCustomer(filters: readonly Filter[]): boolean {
  return (
    filters.flatMap(predicatesOf).every((each) => nameOf(each) in alike) &&
    filters.every((filter) => passes(filter, (name) => alike[name]))
  );
}

function predicatesOf({ predicates, clauses }: Filter): readonly Predicate[] {
  return [...predicates, ...clauses.flatMap((clause) => clause.predicates)];
}

/** Segments have no properties here: none is ever named so. */
function nameOf({ dimension, metric, property }: Predicate): string {
  return dimension ?? metric ?? `property ${property}`;
}

function passes({ type, predicates, clauses }: Filter, read: Read): boolean {
  const each = (predicate: Predicate): boolean => holds(predicate, read);
  const clause = (one: Filter['clauses'][number]): boolean =>
    one.type === 'and' ? one.predicates.every(each) : one.predicates.some(each);
  return type === 'and'
    ? predicates.every(each) && clauses.every(clause)
    : predicates.some(each) || clauses.some(clause);
}

function holds(predicate: Predicate, read: Read): boolean {
  const { operator, value, range } = predicate;
  const name = nameOf(predicate);
  const actual = read(name);
  if (operator !== 'matches') return (actual !== undefined) === (operator === 'exists');
  if (actual === undefined) return false;
  if (range !== undefined) return within(Number(actual), range);
  if (timeDimensions.includes(name)) {
    const interval = parseInterval(value ?? '');
    return interval !== undefined && Number(actual) >= interval.from && Number(actual) < interval.to;
  }
  return String(actual).toLowerCase() === (value ?? '').toLowerCase();
}

/** unverified: a range on a time is in epoch milliseconds. */
function within(actual: number, { gt, gte, lt, lte }: Range): boolean {
  return (
    (gt === undefined || actual > gt) &&
    (gte === undefined || actual >= gte) &&
    (lt === undefined || actual < lt) &&
    (lte === undefined || actual <= lte)
  );
}
