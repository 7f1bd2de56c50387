import { ReachbackError } from '../../errors/reachback-error.ts';
import type { Outreach } from '../../outreach/outreach.ts';

/**
 * Throws `genesys.feed-stale` for an outreach whose agent's presence is not known (`isAvailable` gives null), or who is only now looked for among those
 * who work here: nothing leaves on presence that may be old, nothing is held back for what may be old either, and no call is spent on it that reading
 * presence needs.
 */
export function createPresenceKnown(parts: {
  isAvailable: (agentId: string) => boolean | null;
  isLookedFor: (agentId: string) => boolean;
}): (outreach: Pick<Outreach, 'kind' | 'agentId'>) => void {
  const { isAvailable, isLookedFor } = parts;
  return ({ kind, agentId }) => {
    if (isLookedFor(agentId) || (kind === 'presence' && isAvailable(agentId) === null))
      throw new ReachbackError('genesys.feed-stale');
  };
}
