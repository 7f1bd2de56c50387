import type { Conversation } from '../../conversation.ts';
import type { Org } from '../../org.ts';
import { conversationRecord } from './conversation-record.ts';
import type { DetailsQuery } from './details-query.ts';
import { passesFilters } from './passes-filters.ts';
import type { ConversationRecord } from './record.ts';

const day = 24 * 3600 * 1000;

/**
 * The synchronous details query: only conversations that *started* on a UTC day the interval touches, whenever they
 * were active. `conversations` is absent when there are none.
 */
export function runDetailsQuery(
  org: Org,
  query: DetailsQuery,
): { readonly conversations?: readonly ConversationRecord[]; readonly totalHits: number } {
  const firstDay = Math.floor(query.interval.from / day);
  const lastDay = Math.floor(query.interval.to / day);
  const found: ConversationRecord[] = [];
  for (const conversation of org.conversations.values()) {
    const startDay = Math.floor(conversation.startedAt / day);
    if (startDay < firstDay || startDay > lastDay) continue;
    const record = recordOf(org, conversation);
    if (record !== undefined && passesFilters(record, query.conversationFilters, query.segmentFilters)) {
      found.push(record);
    }
  }
  const sign = query.order === 'desc' ? -1 : 1;
  found.sort((a, b) => sign * orderKey(query, a).localeCompare(orderKey(query, b)));
  const { pageSize, pageNumber } = query.paging;
  const page = found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  return { ...(page.length > 0 && { conversations: page }), totalHits: found.length };
}

function recordOf(org: Org, conversation: Conversation): ConversationRecord | undefined {
  const customer = org.customers.get(conversation.customerId);
  return customer && conversationRecord(org, conversation, customer);
}

/** ISO times in UTC sort as text; what is still open comes after everything that ended. */
function orderKey({ orderBy }: DetailsQuery, record: ConversationRecord): string {
  const open = '9999';
  if (orderBy === 'conversationStart') return record.conversationStart;
  if (orderBy === 'conversationEnd') return record.conversationEnd ?? open;
  const segments = record.participants.flatMap(({ sessions }) =>
    sessions.flatMap((session) => session.segments),
  );
  const times = segments.map((each) =>
    orderBy === 'segmentStart' ? each.segmentStart : (each.segmentEnd ?? open),
  );
  return times.sort().at(-1) ?? open;
}
