import { z } from 'zod';
import { allPages } from '../all-pages.ts';
import type { PlatformCall } from '../platform-call.ts';
import { page } from '../wire/page.ts';
import { type User, user } from '../wire/user.ts';

const answer = page(z.object({ id: z.string().min(1), user: user.nullish() }));

/**
 * The users who are members of a queue, as the listing shows them: `email` is null where it leaves it out.
 * `GET /routing/queues/{queueId}/members`, permission `routing:queue:view` (SDK 262). Throws `genesys.not-found`.
 */
export async function queueMembers(call: PlatformCall, queueId: string): Promise<User[]> {
  const members = await allPages(async (pageNumber) => {
    const { body } = await call({
      method: 'GET',
      path: '/api/v2/routing/queues/{queueId}/members',
      ids: { queueId },
      query: { pageSize: 100, pageNumber },
      answer,
      priority: 'ask',
      idempotent: true,
    });
    return body;
  });
  return members.map(
    (member) => member.user ?? { id: member.id, name: '', email: null, presence: null, routingStatus: null },
  );
}
