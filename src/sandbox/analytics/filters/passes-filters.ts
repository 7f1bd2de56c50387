import type { Conversation } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';
import { spansOf } from '../records/spans-of.ts';
import { conversationValues, ofSegments, type Read, segmentValues } from './conversation-values.ts';
import { timeDimensions } from './dimensions.ts';
import type { Filter, Predicate, Range } from './filter.ts';
import { parseInterval } from './interval.ts';

interface Filters {
  readonly conversationFilters: readonly Filter[];
  readonly segmentFilters: readonly Filter[];
}

/** Whether a conversation passes; `always` when every one does, so that none need be looked at. */
export type Test = 'always' | ((conversation: Conversation, customer: Customer) => boolean);

/** All filters pass: conversation filters on the conversation, segment filters together on one of its segments. */
export function filterTest(org: Org, { conversationFilters, segmentFilters }: Filters): Test {
  const alone = org.openIntegrations.size === 0;
  const onSegments = alone && holdsForEveryCustomer(segmentFilters) ? [] : segmentFilters;
  if (conversationFilters.length === 0 && onSegments.length === 0) return 'always';
  const bySegment = onSegments.flatMap(predicatesOf).some((each) => ofSegments.includes(nameOf(each)));
  const onConversation = conversationFilters.map(filterCheck);
  const segmentChecks = onSegments.map(filterCheck);
  return (conversation, customer) => {
    const own = conversationValues(org, conversation);
    if (!onConversation.every((check) => check(own))) return false;
    if (onSegments.length === 0) return true;
    return conversation.participants.some((participant) =>
      participant.legs.some((leg) =>
        (bySegment ? spansOf(participant, leg) : [undefined]).some((span) => {
          const read = segmentValues(conversation, customer, participant, leg, span);
          return segmentChecks.every((check) => check(read));
        }),
      ),
    );
  };
}

/** What is so on the customer's leg of every conversation, where there is web messaging alone. */
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
    filters.map(filterCheck).every((check) => check((name) => alike[name]))
  );
}

function predicatesOf({ predicates, clauses }: Filter): readonly Predicate[] {
  return [...predicates, ...clauses.flatMap((clause) => clause.predicates)];
}

/** Segments have no properties here: none is ever named so. */
function nameOf({ dimension, metric, property }: Predicate): string {
  return dimension ?? metric ?? `property ${property}`;
}

type Check = (read: Read) => boolean;

function filterCheck({ type, predicates, clauses }: Filter): Check {
  return joined(type, [
    ...predicates.map(predicateCheck),
    ...clauses.map((clause) => joined(clause.type, clause.predicates.map(predicateCheck))),
  ]);
}

function joined(type: 'and' | 'or', checks: readonly Check[]): Check {
  return type === 'and'
    ? (read) => checks.every((check) => check(read))
    : (read) => checks.some((check) => check(read));
}

function predicateCheck(predicate: Predicate): Check {
  const { operator, value, range } = predicate;
  const name = nameOf(predicate);
  if (operator !== 'matches') return (read) => (read(name) !== undefined) === (operator === 'exists');
  if (range !== undefined) return (read) => isWithin(read(name), range);
  if (timeDimensions.includes(name)) {
    const interval = parseInterval(value ?? '');
    return (read) => interval !== undefined && isWithin(read(name), { gte: interval.from, lt: interval.to });
  }
  const wanted = (value ?? '').toLowerCase();
  return (read) => {
    const actual = read(name);
    return actual !== undefined && String(actual).toLowerCase() === wanted;
  };
}

/** unverified: a range on a time is in epoch milliseconds. */
function isWithin(value: unknown, { gt, gte, lt, lte }: Range): boolean {
  const actual = Number(value);
  return (
    value !== undefined &&
    (gt === undefined || actual > gt) &&
    (gte === undefined || actual >= gte) &&
    (lt === undefined || actual < lt) &&
    (lte === undefined || actual <= lte)
  );
}
