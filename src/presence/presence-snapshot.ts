import { isCaseOf } from '../errors/is-case-of.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import { bulkPresences } from '../genesys/endpoints/bulk-presences.ts';
import { routingStatusOf } from '../genesys/endpoints/routing-status-of.ts';
import { usersById } from '../genesys/endpoints/users-by-id.ts';
import type { PlatformCall } from '../genesys/platform-call.ts';
import type { RoutingStatusWire } from '../genesys/wire/routing-status.ts';
import { observedPresence, observedRouting } from './presence-frame.ts';
import type { PresenceObservation } from './presence-observation.ts';

/**
 * Presence and routing status of these agents as they are now, read from the platform: one call for 100 agents, and
 * for those whose expansion it left out (it is best effort) 50 presences a call and one routing status each.
 * Agents the platform no longer lists are left out, and of an agent what it refuses to tell or tells wrongly. Throws what
 * the platform call throws otherwise.
 */
export async function presenceSnapshot(
  call: PlatformCall,
  agentIds: readonly string[],
  platformNow: () => number,
): Promise<PresenceObservation[]> {
  const users = await usersById(call, agentIds, { expand: true });
  const bare = users.filter((user) => user.presence === null).map(({ id }) => id);
  const missing = new Map((await bulkPresences(call, bare)).map((found) => [found.userId, found]));
  const seen: PresenceObservation[] = [];
  for (const user of users) {
    const presence = user.presence ?? missing.get(user.id) ?? null;
    const routing = user.routingStatus ?? (await routingOf(call, user.id));
    const now = platformNow();
    seen.push({
      agentId: user.id,
      presence: presence === null ? null : observedPresence(presence, now),
      routing: routing === null ? null : observedRouting(routing, now),
    });
  }
  return seen;
}

/** Null when the platform refuses it or answers nonsense: that costs this agent, not the feed. */
async function routingOf(call: PlatformCall, agentId: string): Promise<RoutingStatusWire | null> {
  try {
    return await routingStatusOf(call, agentId);
  } catch (error) {
    const costsItselfOnly =
      error instanceof ReachbackError &&
      (error.retry === 'never' || isCaseOf(error.code, 'genesys.answer-malformed'));
    if (!costsItselfOnly) throw error;
    return null;
  }
}
