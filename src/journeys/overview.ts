import type { AgentPresence } from '../presence/agent-presence.ts';
import { isAvailable } from '../presence/agent-presence.ts';
import type { Store } from '../store/store.ts';
import type { AgentDirectory } from './agent-directory.ts';
import type { Overview, OverviewFacts, Pauses } from './journeys.ts';

const dayMs = 24 * 60 * 60_000;

/** What the product can say of itself and of one agent, for `status`. */
export function createOverview(parts: {
  store: Pick<Store, 'outreaches' | 'sessions'>;
  directory: AgentDirectory;
  pauses: Pauses;
  mode: OverviewFacts['mode'];
  feed: { status(): OverviewFacts['feed']; stateOf(agentId: string): AgentPresence | null };
  now: () => number;
}): Overview {
  const { store, directory, pauses, mode, feed, now } = parts;
  return {
    async facts(agentId) {
      const midnight = now() - (now() % dayMs);
      return {
        mode,
        feed: feed.status(),
        sessionsIndexed: await store.sessions.count(),
        pausedAll: await pauses.get('all'),
        today: await store.outreaches.countsSince(midnight, agentId),
      };
    },
    agentByEmail(email) {
      const agent = directory.agentByEmail(email);
      if (agent === null) return null;
      const state = feed.stateOf(agent.id);
      return {
        agentId: agent.id,
        name: agent.name,
        presence:
          state === null
            ? null
            : { presence: state.presence, routingStatus: state.routingStatus, available: isAvailable(state) },
      };
    },
  };
}
