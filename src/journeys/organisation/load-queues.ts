import { listQueues } from '../../genesys/endpoints/list-queues.ts';
import { queueMembers } from '../../genesys/endpoints/queue-members.ts';
import { usersById } from '../../genesys/endpoints/users-by-id.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import type { QueueMembership } from '../agents/agent-directory.ts';

/**
 * The queues to watch (by name or id; none: all) with their members, e-mail addresses filled in where the member list
 * leaves them out. Throws what the platform calls throw.
 */
export async function loadQueues(
  call: PlatformCall,
  namesOrIds: readonly string[],
): Promise<QueueMembership[]> {
  const queues = await listQueues(call, namesOrIds);
  const memberships = await Promise.all(
    queues.map(async (queue) => ({ queue, members: await queueMembers(call, queue.id) })),
  );
  const bare = memberships.flatMap(({ members }) =>
    members.filter(({ email, name }) => email === null || name === ''),
  );
  if (bare.length === 0) return memberships;
  const full = new Map(
    (await usersById(call, [...new Set(bare.map(({ id }) => id))])).map((user) => [user.id, user]),
  );
  return memberships.map(({ queue, members }) => ({
    queue,
    members: members.map((member) => full.get(member.id) ?? member),
  }));
}
