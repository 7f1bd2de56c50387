import type { Clock } from '../clock.ts';
import { bulkPresences } from '../genesys/endpoints/bulk-presences.ts';
import { routingStatusOf } from '../genesys/endpoints/routing-status-of.ts';
import { usersById } from '../genesys/endpoints/users-by-id.ts';
import type { PlatformCall } from '../genesys/platform-call.ts';
import { observedPresence, observedRouting } from './presence-frame.ts';
import type { PresenceObservation } from './presence-observation.ts';

/**
 * Presence and routing status of these agents as they are now, read from the platform: one call for 100 agents, and
 * for those whose expansion it left out (it is best effort) 50 presences a call and one routing status each.
 * Agents the platform no longer lists are left out. Throws what the platform call throws.
 */
export async function presenceSnapshot(
  call: PlatformCall,
  agentIds: readonly string[],
  clock: Clock,
): Promise<PresenceObservation[]> {
  const users = await usersById(call, agentIds, { expand: true });
  const bare = users.filter((user) => user.presence === null).map(({ id }) => id);
  const missing = new Map((await bulkPresences(call, bare)).map((found) => [found.userId, found]));
  const seen: PresenceObservation[] = [];
  for (const user of users) {
    const presence = user.presence ?? missing.get(user.id) ?? null;
    const routing = user.routingStatus ?? (await routingStatusOf(call, user.id));
    const now = clock.now();
    seen.push({
      agentId: user.id,
      presence: presence === null ? null : observedPresence(presence, now),
      routing: observedRouting(routing, now),
    });
  }
  return seen;
}
