import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { createLinks } from '../../src/journeys/agents/links.ts';
import { eventOfVerdict } from '../../src/journeys/approval/event-of-verdict.ts';
import { emptyPartnerForm } from '../../src/journeys/hand-off/registering/partner-form.ts';
import type { Journeys, OverviewOfAgent, Pause } from '../../src/journeys/journeys.ts';
import { createPolicyBook } from '../../src/journeys/policy/policy-book.ts';
import { createAudits } from '../../src/journeys/views/audit-trail.ts';
import { nextStep } from '../../src/outreach/next-step.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { SystemPresence } from '../../src/presence/agent-presence.ts';
import { memoryPolicyTable } from './memory-policy-table.ts';
import { memorySettings } from './memory-settings.ts';
import { configuredPolicy } from './policy-of.ts';
import { silentLog } from './silent-log.ts';

/**
 * Journeys in memory: decisions by the ledger's own rules on the given ledger, pauses in a map, real links in a map, presences as they
 * were set, an overview of the agents given.
 */
export function fakeJourneys(parts: {
  ledger: Map<string, Outreach>;
  agents: readonly (OverviewOfAgent & { readonly email: string })[];
  now: () => number;
}): Journeys & {
  readonly paused: Map<string, Pause>;
  /** By agent, what was asked for last. */
  readonly presences: Map<string, SystemPresence>;
} {
  const { ledger, agents, now } = parts;
  const paused = new Map<string, Pause>();
  const presences = new Map<string, SystemPresence>();
  let links = 0;
  const holding = (scope: string): Pause | null => {
    const pause = paused.get(scope);
    return pause === undefined || (pause.until !== null && pause.until <= now()) ? null : pause;
  };
  return {
    paused,
    presences,
    decisions: {
      async decide({ outreachId, verdict, by }) {
        const outreach = ledger.get(outreachId);
        if (outreach === undefined) throw new ReachbackError('outreach.not-found');
        const step = nextStep(outreach, eventOfVerdict(verdict, by), now());
        if (step === null) return { outreach, applied: false };
        const decided = { ...outreach, ...step.patch, updatedAt: now(), version: outreach.version + 1 };
        ledger.set(outreachId, decided);
        return { outreach: decided, applied: true };
      },
      snooze: () => Promise.reject(new ReachbackError('outreach.snooze-too-late')),
    },
    followUps: {
      request: () => Promise.reject(new ReachbackError('outreach.customer-busy')),
    },
    pauses: {
      pause: async (scope, by, until = null) => void paused.set(scope, { by, since: now(), until }),
      resume: async (scope) => paused.delete(scope),
      get: async (scope) => holding(scope),
      holds: async (agentId) => holding('all') !== null || holding(agentId) !== null,
    },
    ownPresence: {
      async set(agentId, presence) {
        presences.set(agentId, presence);
        return { presence, since: now(), routingStatus: presence === 'on-queue' ? 'IDLE' : 'OFF_QUEUE' };
      },
    },
    links: createLinks({
      settings: memorySettings(),
      now,
      newId() {
        links += 1;
        return `link-${links}`;
      },
      log: silentLog,
    }),
    byHand: {
      candidates: () => Promise.reject(new ReachbackError('teams.person-unknown')),
      search: async () => [],
      request: () => Promise.reject(new ReachbackError('outreach.not-a-candidate')),
    },
    policies: createPolicyBook({
      configured: configuredPolicy,
      table: memoryPolicyTable(),
      now,
      log: silentLog,
    }),
    audits: createAudits({
      outreaches: {
        get: async (id) => ledger.get(id) ?? null,
        audit: async () => [],
        latest: async () => [],
      },
      audits: {
        customersNamed: async () => ({ customers: [], total: 0 }),
        ofCustomer: async () => ({ outreaches: [], total: 0 }),
      },
    }),
    history: {
      latest: async ({ agentId }) => ({
        outreaches: [...ledger.values()].filter((one) => agentId === null || one.agentId === agentId),
        older: false,
      }),
    },
    signIns: {
      offered: () => false,
      link() {
        throw new ReachbackError('reply.sign-in.not-set-up');
      },
      finish: () => Promise.reject(new ReachbackError('reply.sign-in.not-set-up')),
      isSignedIn: () => false,
      signOut: async () => false,
    },
    handOffs: {
      offered: () => [],
      openOn: async () => null,
      get: async () => null,
      begin: () => Promise.reject(new ReachbackError('handoff.not-set-up')),
      end: () => Promise.reject(new ReachbackError('handoff.not-found')),
      partners: async () => ({ partners: [], setAside: [], turnedAway: [] }),
      tickets: async () => [],
    },
    partners: {
      form: () => ({ of: null, revision: 0, values: emptyPartnerForm }),
      register: () => Promise.reject(new ReachbackError('handoff.partner-malformed')),
      toTakeOut: () => Promise.reject(new ReachbackError('handoff.partner-unknown')),
      takeOut: () => Promise.reject(new ReachbackError('handoff.partner-unknown')),
      changes: async () => [],
    },
    replies: {
      said: async () => null,
      address: () => null,
      send: () => Promise.reject(new ReachbackError('reply.not-signed-in')),
    },
    cobrowses: {
      isThere: () => false,
      controlAllowed: async () => false,
      offer: () => Promise.reject(new ReachbackError('cobrowse.not-set-up')),
      ofEvent: async () => null,
      offersIn: async () => 0,
      places: async () => [],
      address: () => null,
    },
    overview: {
      zoneFor: async (told) => told ?? 'UTC',
      facts: async (agentId) => ({
        mode: 'supervisor',
        feed: { state: 'live', ageMs: 4_000, agentsWatched: agents.length },
        sessionsIndexed: 7,
        pausedAll: holding('all'),
        waiting: 2,
        today: agentId === undefined ? { delivered: 5 } : { delivered: 1 },
        timeZone: 'UTC',
      }),
      agentByEmail: (email) =>
        agents.find((agent) => agent.email.toLowerCase() === email.trim().toLowerCase()) ?? null,
      agent: (agentId) => agents.find((agent) => agent.agentId === agentId) ?? null,
      agents: () => agents,
    },
  };
}
