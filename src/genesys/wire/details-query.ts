/**
 * Body of `POST /analytics/conversations/details/query` for one kind of messages, newest first (SDK 262 ConversationQuery).
 * `from` and `to` are epoch milliseconds; `who` keeps one customer's only.
 */
export function detailsQuery({
  from,
  to,
  pageNumber,
  pageSize,
  who,
  messageType = 'webmessaging',
}: {
  from: number;
  to: number;
  pageNumber: number;
  pageSize: number;
  who?: { readonly dimension: 'externalContactId' | 'addressFrom'; readonly value: string };
  messageType?: 'webmessaging' | 'open';
}) {
  return {
    interval: `${new Date(from).toISOString()}/${new Date(to).toISOString()}`,
    order: 'desc',
    orderBy: 'conversationStart',
    paging: { pageSize, pageNumber },
    segmentFilters: [
      {
        type: 'and',
        predicates: [
          { type: 'dimension', dimension: 'mediaType', operator: 'matches', value: 'message' },
          { type: 'dimension', dimension: 'messageType', operator: 'matches', value: messageType },
        ],
      },
      ...(who === undefined
        ? []
        : [{ type: 'and', predicates: [{ type: 'dimension', operator: 'matches', ...who }] }]),
    ],
  };
}
