import { ReachbackError } from '../../errors/reachback-error.ts';
import type { Outreach } from '../../outreach/outreach.ts';

/**
 * Throws `genesys.feed-stale` for an outreach whose agent's presence is not known (`isAvailable` gives null): nothing leaves on
 * presence that may be old, and no call is spent on it that reading presence needs.
 */
export function createPresenceKnown(
  isAvailable: (agentId: string) => boolean | null,
): (outreach: Pick<Outreach, 'kind' | 'agentId'>) => void {
  return ({ kind, agentId }) => {
    if (kind === 'presence' && isAvailable(agentId) === null) throw new ReachbackError('genesys.feed-stale');
  };
}
