import { allPages } from '../all-pages.ts';
import type { PlatformCall } from '../platform-call.ts';
import { page } from '../wire/page.ts';
import { type Queue, queue } from '../wire/queue.ts';

const answer = page(queue);

/**
 * The queues with one of these names (in any case) or ids; every queue when none is named. A name nobody has is
 * simply not in the answer. `GET /routing/queues`, permission `routing:queue:view` (SDK 262).
 */
export async function listQueues(call: PlatformCall, namesOrIds: readonly string[] = []): Promise<Queue[]> {
  const queues = await allPages(async (pageNumber) => {
    const { body } = await call({
      method: 'GET',
      path: '/api/v2/routing/queues',
      query: { pageSize: 100, pageNumber },
      answer,
      priority: 'ask',
      idempotent: true,
    });
    return body;
  });
  if (namesOrIds.length === 0) return queues;
  const wanted = new Set(namesOrIds.map((nameOrId) => nameOrId.trim().toLowerCase()));
  return queues.filter(
    ({ id, name }) => wanted.has(id.toLowerCase()) || wanted.has(name.trim().toLowerCase()),
  );
}
