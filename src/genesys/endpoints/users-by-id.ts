import { inChunks } from '../in-chunks.ts';
import type { PlatformCall } from '../platform-call.ts';
import { page } from '../wire/page.ts';
import { type User, user } from '../wire/user.ts';

const answer = page(user);
/** More is 400 `max.user.ids`. */
const mostIds = 100;

/**
 * Active users by id; unknown and deactivated ones are left out. `GET /users?id=…`, 100 ids a call, no permission
 * (SDK 262). With `expand`, presence and routing status as far as the platform gives them (best effort).
 */
export async function usersById(
  call: PlatformCall,
  ids: readonly string[],
  { expand = false }: { expand?: boolean } = {},
): Promise<User[]> {
  const users: User[] = [];
  for (const chunk of inChunks(ids, mostIds)) {
    const { body } = await call({
      method: 'GET',
      path: '/api/v2/users',
      query: {
        id: chunk.join(','),
        pageSize: mostIds,
        pageNumber: 1,
        expand: expand ? 'presence,routingStatus' : undefined,
      },
      answer,
      priority: 'ask',
      idempotent: true,
    });
    users.push(...body.entities);
  }
  return users;
}
