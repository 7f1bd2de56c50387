import type { Conversation } from '../world/conversation.ts';
import type { Org } from '../world/org.ts';
import type { Aggregation } from './details-query.ts';
import { conversationValues, type Read, segmentValues } from './filters/conversation-values.ts';
import { conversationDimensions } from './filters/dimensions.ts';
import { spansOf } from './records/spans-of.ts';

/** Counts conversations by the values of a dimension, or by ranges of a metric added up over each conversation. */
export function aggregate(
  org: Org,
  found: readonly Conversation[],
  { type, dimension, metric, size, ranges }: Aggregation,
) {
  if (type === 'numericRange') {
    const values = found.map((each) => Number(conversationValues(org, each)(metric ?? '') ?? 0));
    const results = ranges.map(({ gte, lt }) => ({
      ...(gte !== undefined && { gte }),
      ...(lt !== undefined && { lt }),
      count: values.filter((value) => (gte === undefined || value >= gte) && (lt === undefined || value < lt))
        .length,
    }));
    return { type, metric, results };
  }
  const counts = new Map<string, number>();
  for (const conversation of found) {
    for (const value of valuesOf(org, conversation, dimension ?? '')) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const results = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, size)
    .map(([value, count]) => ({ value, count }));
  return { type, dimension, count: counts.size, results };
}

/** Each value once, however many segments have it. */
function valuesOf(org: Org, conversation: Conversation, dimension: string): ReadonlySet<string> {
  const values = new Set<string>();
  const add = (read: Read): void => {
    const value = read(dimension);
    if (value !== undefined) values.add(String(value));
  };
  const customer = org.customers.get(conversation.customerId);
  if (isConversationDimension(dimension)) add(conversationValues(org, conversation));
  else if (customer !== undefined) {
    for (const participant of conversation.participants) {
      for (const leg of participant.legs) {
        for (const span of spansOf(participant, leg)) {
          add(segmentValues(conversation, customer, participant, leg, span));
        }
      }
    }
  }
  return values;
}

function isConversationDimension(dimension: string): boolean {
  return conversationDimensions.some((each) => each === dimension);
}
