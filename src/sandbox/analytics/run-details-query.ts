import type { Org } from '../world/org.ts';
import { aggregate } from './aggregate.ts';
import type { DetailsQuery } from './details-query.ts';
import { startedThen } from './find-conversations.ts';
import { conversationRecord } from './records/conversation-record.ts';

/**
 * One page of the synchronous details query as of `now` (epoch ms). `conversations` is absent when there are none; records are made for
 * the page only.
 */
export function runDetailsQuery(org: Org, query: DetailsQuery, now: number) {
  const found = startedThen(org, query, now - org.rules.queryLagSeconds * 1000);
  const { pageSize, pageNumber } = query.paging;
  const page = found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize).flatMap((conversation) => {
    const customer = org.customers.get(conversation.customerId);
    return customer === undefined ? [] : conversationRecord(org, conversation, customer);
  });
  return {
    ...(page.length > 0 && { conversations: page }),
    ...(query.aggregations.length > 0 && {
      aggregations: query.aggregations.map((each) => aggregate(org, found, each)),
    }),
    totalHits: found.length,
  };
}
