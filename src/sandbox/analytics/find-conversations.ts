import type { Conversation } from '../world/conversation.ts';
import { legStart } from '../world/leg.ts';
import type { Org } from '../world/org.ts';
import type { DetailsQuery } from './details-query.ts';
import { legEnd } from './filters/conversation-values.ts';
import { filterTest } from './filters/passes-filters.ts';

const day = 24 * 3600 * 1000;

type Asked = Pick<
  DetailsQuery,
  | 'interval'
  | 'order'
  | 'orderBy'
  | 'segmentFilters'
  | 'conversationFilters'
  | 'evaluationFilters'
  | 'surveyFilters'
  | 'resolutionFilters'
>;

/**
 * Conversations that *started* on a UTC day the interval touches, whenever they were active, and pass the filters, in order. What began
 * after `until` (epoch ms) has not reached analytics yet.
 */
export function startedThen(org: Org, asked: Asked, until: number): readonly Conversation[] {
  const { from, to } = asked.interval;
  const firstDay = Math.floor(from / day) * day;
  const end = Math.min(Math.floor(Math.max(from, to - 1) / day) * day + day, until + 1);
  const named = conversationIdOf(asked);
  const candidates =
    named === undefined
      ? org.conversations.startedBetween(firstDay, end)
      : [org.conversations.get(named) ?? []].flat().filter(({ startedAt, gone }) => {
          return startedAt >= firstDay && startedAt < end && gone !== 'deleted';
        });
  return passing(org, candidates, asked);
}

/** Conversations with *activity* in the interval that pass the filters, in order. An open one is active until `now` (epoch ms). */
export function activeThen(org: Org, asked: Asked, now: number): readonly Conversation[] {
  const { from, to } = asked.interval;
  const candidates = org.conversations
    .startedBetween(Number.NEGATIVE_INFINITY, to)
    .filter(({ endedAt = now }) => endedAt >= from);
  return passing(org, candidates, asked);
}

function passing(org: Org, candidates: readonly Conversation[], asked: Asked): readonly Conversation[] {
  // There are no evaluations, surveys or resolutions: only what asks for their absence passes.
  const others = [...asked.evaluationFilters, ...asked.surveyFilters, ...asked.resolutionFilters];
  if (others.some(({ predicates }) => predicates.some(({ operator }) => operator !== 'notExists'))) return [];
  const test = filterTest(org, asked);
  const found =
    test === 'always'
      ? candidates
      : candidates.filter((conversation) => {
          const customer = org.customers.get(conversation.customerId);
          return customer !== undefined && test(conversation, customer);
        });
  return ordered(found, asked);
}

/** The one conversation a filter insists on, if one does. */
function conversationIdOf({ conversationFilters }: Asked): string | undefined {
  for (const { type, predicates, clauses } of conversationFilters) {
    const [only] = predicates;
    if (type === 'or' && predicates.length + clauses.length > 1) continue;
    if (only?.dimension === 'conversationId' && only.operator === 'matches' && only.value) return only.value;
  }
  return undefined;
}

/** What is still open comes after everything that ended. */
function ordered(found: readonly Conversation[], { order, orderBy }: Asked): readonly Conversation[] {
  if (orderBy === 'conversationStart') return order === 'desc' ? found.toReversed() : found;
  const sign = order === 'desc' ? -1 : 1;
  return found
    .map((conversation) => ({ conversation, key: orderKey(conversation, orderBy) }))
    .sort((one, other) => sign * (one.key - other.key))
    .map(({ conversation }) => conversation);
}

const open = Number.MAX_SAFE_INTEGER;

function orderKey({ endedAt, participants }: Conversation, orderBy: Asked['orderBy']): number {
  if (orderBy === 'conversationEnd') return endedAt ?? open;
  const legs = participants.flatMap((participant) => participant.legs);
  return Math.max(
    ...legs.map((leg) =>
      orderBy === 'segmentStart' ? (leg.wrapUp?.from ?? legStart(leg)) : (legEnd(leg) ?? open),
    ),
  );
}
