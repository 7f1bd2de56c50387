import type { OutreachPolicy } from '../../config/config.ts';
import { isTimeZone } from '../../outreach/when/is-time-zone.ts';
import { instantOf, wallTimeAt } from '../../outreach/when/wall-clock.ts';
import type { AgentPresence } from '../../presence/agent-presence.ts';
import { isAvailable } from '../../presence/agent-presence.ts';
import type { OutreachTable } from '../../store/shapes/outreach-table.ts';
import type { SessionTable } from '../../store/shapes/session-table.ts';
import type { AgentDirectory, DirectoryAgent } from '../agents/agent-directory.ts';
import type { Overview, OverviewFacts, OverviewOfAgent, Pauses } from '../journeys.ts';

/** What the product can say of itself and of one agent, for `status`. */
export function createOverview(parts: {
  store: {
    readonly outreaches: Pick<OutreachTable, 'inStates' | 'countsSince'>;
    readonly sessions: Pick<SessionTable, 'count'>;
  };
  directory: AgentDirectory;
  pauses: Pick<Pauses, 'get'>;
  /** What holds now; throws what the store throws. */
  policy: () => Promise<Pick<OutreachPolicy, 'mode' | 'timeZone'>>;
  feed: { status(): OverviewFacts['feed']; stateOf(agentId: string): AgentPresence | null };
  now: () => number;
}): Overview {
  const { store, directory, pauses, policy, feed, now } = parts;

  function seen(agent: DirectoryAgent | null): OverviewOfAgent | null {
    if (agent === null) return null;
    const state = feed.stateOf(agent.id);
    if (state === null) return { agentId: agent.id, name: agent.name, presence: null };
    const { agentId, ...presence } = state;
    return { agentId, name: agent.name, presence: { ...presence, available: isAvailable(state) } };
  }

  return {
    async zoneFor(told) {
      return zoneOr(told, (await policy()).timeZone);
    },
    async facts(agentId, told = null) {
      const { mode, timeZone: ours } = await policy();
      const timeZone = zoneOr(told, ours);
      const [sessionsIndexed, pausedAll, waiting, today] = await Promise.all([
        store.sessions.count(),
        pauses.get('all'),
        store.outreaches.inStates(['awaiting-approval', 'asked']),
        store.outreaches.countsSince(midnightBefore(now(), timeZone), agentId),
      ]);
      const counted = { sessionsIndexed, pausedAll, waiting: waiting.length, today };
      return { mode, feed: feed.status(), ...counted, timeZone };
    },
    agentByEmail: (email) => seen(directory.agentByEmail(email)),
    agent: (agentId) => seen(directory.agent(agentId)),
    agents: () => directory.agents().map(({ id, name, email }) => ({ agentId: id, name, email })),
  };
}

function zoneOr(told: string | null, ours: string): string {
  return told !== null && isTimeZone(told) ? told : ours;
}

function midnightBefore(at: number, timeZone: string): number {
  return instantOf(wallTimeAt(at, timeZone).toPlainDate().toPlainDateTime(), timeZone).at;
}
