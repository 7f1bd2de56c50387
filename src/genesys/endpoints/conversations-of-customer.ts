import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';
import { analyticsPage } from '../wire/analytics-conversation.ts';
import { detailsQuery } from '../wire/details-query.ts';

const named = z.object({ conversationId: z.string().min(1), conversationStart: z.string() });

/**
 * Ids of the conversations of one customer that began since then (epoch milliseconds), newest first, at most 25: by external contact, or
 * by the guest's session; of web messaging unless told. `POST /analytics/conversations/details/query`, permission
 * `analytics:conversationDetail:view` (SDK 262). What began moments ago may not be in it yet.
 */
export async function conversationsOfCustomer(
  call: PlatformCall,
  {
    externalContactId,
    guestId,
    since,
    messageType = 'webmessaging',
  }: {
    externalContactId: string | null;
    guestId: string;
    since: number;
    messageType?: 'webmessaging' | 'open';
  },
): Promise<string[]> {
  const dayMs = 24 * 60 * 60_000;
  const who =
    externalContactId === null
      ? ({ dimension: 'addressFrom', value: guestId } as const)
      : ({ dimension: 'externalContactId', value: externalContactId } as const);
  const { body } = await call({
    method: 'POST',
    path: '/api/v2/analytics/conversations/details/query',
    body: detailsQuery({ from: since, to: since + dayMs, pageNumber: 1, pageSize: 25, who, messageType }),
    answer: analyticsPage,
    priority: 'ask',
    idempotent: true,
  });
  return body.conversations
    .flatMap((found) => {
      const read = named.safeParse(found);
      return read.success ? [read.data] : [];
    })
    .filter(({ conversationStart }) => Date.parse(conversationStart) >= since)
    .map(({ conversationId }) => conversationId);
}
