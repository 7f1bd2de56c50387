import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { eventOfVerdict } from '../../src/journeys/event-of-verdict.ts';
import type { Journeys, OverviewOfAgent } from '../../src/journeys/journeys.ts';
import { nextStep } from '../../src/outreach/next-step.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';

/** Journeys in memory: decisions by the ledger's own rules on the given ledger, pauses in a map, an overview of the agents given. */
export function fakeJourneys(parts: {
  ledger: Map<string, Outreach>;
  agents: readonly (OverviewOfAgent & { readonly email: string })[];
  now: () => number;
}): Journeys & { readonly paused: Map<string, { by: string; since: number }> } {
  const { ledger, agents, now } = parts;
  const paused = new Map<string, { by: string; since: number }>();
  return {
    paused,
    decisions: {
      async decide({ outreachId, verdict, by }) {
        const outreach = ledger.get(outreachId);
        if (outreach === undefined) throw new ReachbackError('outreach.not-found');
        const step = nextStep(outreach, eventOfVerdict(verdict, by), now());
        if (step === null) return outreach;
        const decided = { ...outreach, ...step.patch, updatedAt: now(), version: outreach.version + 1 };
        ledger.set(outreachId, decided);
        return decided;
      },
    },
    followUps: {
      request: () => Promise.reject(new ReachbackError('outreach.customer-busy')),
    },
    pauses: {
      pause: async (scope, by) => void paused.set(scope, { by, since: now() }),
      resume: async (scope) => paused.delete(scope),
      get: async (scope) => paused.get(scope) ?? null,
      holds: async (agentId) => paused.has('all') || paused.has(agentId),
    },
    overview: {
      facts: async (agentId) => ({
        mode: 'supervisor',
        feed: { state: 'live', ageMs: 4_000, agentsWatched: agents.length },
        sessionsIndexed: 7,
        pausedAll: paused.get('all') ?? null,
        today: agentId === undefined ? { delivered: 5 } : { delivered: 1 },
      }),
      agentByEmail: (email) =>
        agents.find((agent) => agent.email.toLowerCase() === email.trim().toLowerCase()) ?? null,
    },
  };
}
