/**
 * Body of `POST /analytics/conversations/details/query` for web messaging, newest first (SDK 262 ConversationQuery).
 * `from` and `to` are epoch milliseconds.
 */
export function detailsQuery({
  from,
  to,
  pageNumber,
  pageSize,
}: {
  from: number;
  to: number;
  pageNumber: number;
  pageSize: number;
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
          { type: 'dimension', dimension: 'messageType', operator: 'matches', value: 'webmessaging' },
        ],
      },
    ],
  };
}
