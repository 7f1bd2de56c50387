import type { PlatformCall } from '../platform-call.ts';
import { analyticsPage } from '../wire/analytics-conversation.ts';
import { detailsQuery } from '../wire/details-query.ts';

export interface DetailsPage {
  /** Unread records: each is to be parsed by itself. */
  readonly conversations: readonly unknown[];
  readonly totalHits: number | null;
}

/** The most rows the query takes a page (*unverified*, widely reported). */
export const detailsPageSize = 100;

/**
 * One page of web messaging conversations, newest first. `from` and `to` are epoch milliseconds; the platform matches
 * conversations that *started* on a UTC day of the interval. `POST /analytics/conversations/details/query`,
 * permission `analytics:conversationDetail:view` (SDK 262).
 */
export async function conversationDetailsPage(
  call: PlatformCall,
  { from, to, pageNumber }: { from: number; to: number; pageNumber: number },
): Promise<DetailsPage> {
  const { body } = await call({
    method: 'POST',
    path: '/api/v2/analytics/conversations/details/query',
    body: detailsQuery({ from, to, pageNumber, pageSize: detailsPageSize }),
    answer: analyticsPage,
    priority: 'refill',
    idempotent: true,
    timeoutMs: 30_000,
  });
  return { conversations: body.conversations, totalHits: body.totalHits ?? null };
}
