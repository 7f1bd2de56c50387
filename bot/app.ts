import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { systemClock } from '../src/clock.ts';
import type { Config, GenesysConfig, SignInConfig, TeamsConfig } from '../src/config/config.ts';
import { createGenesys } from '../src/genesys/genesys.ts';
import { hostsOfOneRegion } from '../src/genesys/region-hosts.ts';
import { createClientCredentialsToken } from '../src/graph/client-credentials-token.ts';
import { createGraphDirectory, type GraphDirectory } from '../src/graph/graph-directory.ts';
import { createAgentDirectory } from '../src/journeys/agents/agent-directory.ts';
import { createLinks } from '../src/journeys/agents/links.ts';
import { createOwnPresence } from '../src/journeys/agents/set-presence.ts';
import { createForgetting } from '../src/journeys/forgetting.ts';
import { createGuestSessionLives } from '../src/journeys/organisation/guest-session-lives.ts';
import { createOrganisationWatch } from '../src/journeys/organisation/organisation-watch.ts';
import { createOutreachEngine } from '../src/journeys/outreach-engine.ts';
import { createPauses } from '../src/journeys/policy/pauses.ts';
import { createPolicyBook } from '../src/journeys/policy/policy-book.ts';
import { createAudits } from '../src/journeys/views/audit-trail.ts';
import { createHistory } from '../src/journeys/views/history.ts';
import { createOverview } from '../src/journeys/views/overview.ts';
import type { WidgetSetup } from '../src/journeys/widget/create-widget.ts';
import { createMetrics } from '../src/observe/metrics.ts';
import { isAvailable } from '../src/presence/agent-presence.ts';
import type { Store } from '../src/store/store.ts';
import { wait } from '../src/wait.ts';
import { createAgentSide } from './agent-side.ts';
import { connectGenesys } from './connect-genesys.ts';
import type { HandOffConfig } from './hand-off/hand-off-config.ts';
import { createHandOffSide } from './hand-off/hand-off-side.ts';
import { answerSignedIn } from './pages/answer-signed-in.ts';
import { readinessOf } from './readiness.ts';
import { createServer } from './server.ts';
import { stopInTime } from './stop-in-time.ts';
import { createTeamsSide } from './teams-side.ts';
import { createWebhookSide } from './webhook-side.ts';
import { createWidgetSide } from './widget-side.ts';

export interface App {
  /** The port really listened on. */
  readonly port: number;
  /** Resolves when Genesys Cloud is connected for the first time. */
  readonly connected: Promise<void>;
  /** From now on agents sign in through this client. */
  offerSignIn(signIn: SignInConfig): void;
  /** Takes nothing new in, finishes what is in hand, closes the store. */
  stop(): Promise<void>;
}

/** How long a stop waits for the answers to sends that have left. */
const sendPatienceMs = 5_000;

/** All of it, sends included: less than most wait before they kill a process. */
const stopPatienceMs = 20_000;

const nothingHeard = { state: 'stale', ageMs: 0, agentsWatched: 0 } as const;

/**
 * The composition root: configuration → parts → running. Listens before it is connected; /readyz tells when it is.
 * Throws `start.port-taken`.
 */
export async function startApp(parts: {
  config: Config;
  genesys: GenesysConfig;
  supervisors: readonly string[];
  /** Null: no widget of one's own. */
  widget: WidgetSetup | null;
  /** The partners that are not registered in Teams, and what hand-offs need beside them. */
  handOff: HandOffConfig;
  /** Closed by `stop`. */
  store: Store;
  log: Logger;
}): Promise<App> {
  const { config, genesys: org, supervisors, store, log } = parts;
  const clock = systemClock;
  const gaveUp = new AbortController();
  const genesys = createGenesys({ ...org, clientSecret: org.clientSecret.reveal(), clock, log });
  const { call, notifications } = genesys;
  const directory = createAgentDirectory();
  const pauses = createPauses({ settings: store.settings, now: clock.now, log });
  const policies = createPolicyBook({
    configured: config.outreach,
    table: store.policies,
    now: clock.now,
    log,
  });
  const webhooks = createWebhookSide({
    config: config.webhook,
    store,
    dataDir: config.dataDir,
    host: config.host,
    queueName: directory.queueName,
    externalIdsOf: store.widget.idsOf,
    clock,
    platformNow: genesys.platformNow,
    log,
  });
  const guestSessions = createGuestSessionLives(genesys.guestSessionMs);
  const watch = createOrganisationWatch({
    call,
    notifications,
    store,
    directory,
    queues: config.queues,
    engine: () => engine,
    guestSessions,
    conversationsSeen: webhooks.seen,
    clock,
    platformNow: genesys.platformNow,
    log,
  });
  const stateOf = (agentId: string) => watch.presence()?.stateOf(agentId) ?? null;
  const feedStatus = () => watch.presence()?.status() ?? nothingHeard;
  const metrics = createMetrics({ feedAgeMs: () => feedStatus().ageMs, budget: genesys.budget });
  const widget = createWidgetSide({
    setup: parts.widget,
    dataDir: config.dataDir,
    apiUrl: org.apiUrl,
    genesys,
    store,
    counted: metrics.widget,
    clock,
    log,
  });
  const engine = createOutreachEngine({
    policy: policies,
    timeZoneAttribute: config.outreach.customerTimeZoneAttribute,
    store,
    call,
    directory,
    pauses,
    ground: {
      offers: watch.offers,
      permitted: (route) => watch.permissions().mayUse(`send-${route}`),
      oneRegion: () => hostsOfOneRegion([org.apiUrl, org.loginUrl, ...notifications.status().uris]),
      guestSessionMs: guestSessions.of,
    },
    clientId: org.clientId,
    isAvailable(agentId) {
      if (watch.presence()?.isFresh(agentId) !== true) return null;
      const state = stateOf(agentId);
      return state !== null && isAvailable(state);
    },
    isLookedFor: watch.isLookedFor,
    changed(outreach) {
      metrics.outreach(outreach.state);
      teams.cardSync.poke(outreach.id);
      teams.replyCards.poke(outreach.id);
    },
    leftAlone: metrics.leftAlone,
    clock,
    platformNow: genesys.platformNow,
    newId: randomUUID,
    gaveUp: gaveUp.signal,
    log,
  });
  const agents = createAgentSide({
    store,
    genesys,
    directory,
    hosts: [org.apiUrl, org.loginUrl],
    sessionsOffered: () => watch.offers().cobrowseSessions,
    policyControl: async () => (await policies.thisMoment()).cobrowseControl,
    changed: {
      signIn: (agentId) => teams.replyCards.redrawOf(agentId),
      reply: (outreachId) => teams.replyCards.poke(outreachId),
      cobrowse: (eventId) => teams.cobrowseCards.poke(eventId),
    },
    clock,
    log,
  });
  const handOff = createHandOffSide({
    config: parts.handOff,
    store,
    genesys,
    hosts: org,
    clientId: org.clientId,
    mayUse: (operation) => watch.permissions().mayUse(operation),
    queueName: directory.queueName,
    partnersChanged() {
      // Whether the card of an answer offers a hand-off, and where to, is another matter now.
      for (const { id } of directory.agents()) teams.replyCards.redrawOf(id);
    },
    changed({ id, agentId, state }) {
      teams.handOffCards.poke(id);
      // The card of the customer's answer offers a hand-off while there is none; messages that go over change nothing there.
      if (state !== 'asserted' && state !== 'moving' && state !== 'bridged')
        teams.replyCards.redrawOf(agentId);
    },
    carried: metrics.carried,
    clock,
    log,
  });
  const forgetting = createForgetting({ retention: store.retention, clock, log });
  const overview = createOverview({
    store,
    directory,
    pauses,
    policy: policies.inForce,
    feed: { status: feedStatus, stateOf },
    now: clock.now,
  });
  const graph = config.teams === null ? null : graphDirectory(config.teams, clock.now);
  const { supervisorTeam } = config;
  const teams = createTeamsSide({
    credentials: config.teams,
    directory: graph,
    supervisors,
    readOwners: graph === null || supervisorTeam === null ? null : () => graph.ownersOf(supervisorTeam),
    store,
    language: config.language,
    journeys: {
      decisions: engine.decisions,
      followUps: engine.followUps,
      byHand: engine.byHand,
      history: createHistory(store),
      policies,
      audits: createAudits(store),
      pauses,
      ownPresence: createOwnPresence({
        call,
        permitted: () => watch.permissions().mayUse('set-presence'),
        now: clock.now,
        log,
      }),
      links: createLinks({ settings: store.settings, now: clock.now, newId: randomUUID, log }),
      overview,
      signIns: agents.signIns,
      replies: agents.replies,
      cobrowses: agents.cobrowses,
      handOffs: handOff.handOffs,
      partners: handOff.partners,
    },
    channels: handOff.channels,
    clock,
    log,
  });
  const server = createServer({
    host: config.host,
    port: config.port,
    process: teams.process,
    signedIn: (back) => answerSignedIn(back, { signIns: agents.signIns, language: config.language, log }),
    doors: [...widget.doors, ...webhooks.doors, ...handOff.doors],
    readiness: () =>
      readinessOf({ problem: connecting.problem(), feed: feedStatus(), index: watch.sessions.status() }),
    metrics: metrics.registry,
    log,
  });
  const connecting = connectGenesys({
    async connect() {
      await watch.connect();
      const { revision, policy } = await policies.standing();
      log.info({ mode: policy.mode, revision }, 'the policy in force');
      engine.start();
      agents.start();
      handOff.start();
      widget.start();
      forgetting.start();
    },
    clock,
    log,
  });

  let engineStopped: Promise<void> | undefined;
  function stopEngine(): Promise<void> {
    engineStopped ??= engine.stop();
    return engineStopped;
  }

  /** Sends in hand get time to be answered: cut off, they would end as unknown. */
  async function finishSends(): Promise<void> {
    notifications.stop();
    await Promise.race([stopEngine(), wait(clock, sendPatienceMs, gaveUp.signal)]);
    gaveUp.abort();
  }

  const stop = (): Promise<void> =>
    stopInTime(
      [
        { server: server.close },
        { sends: finishSends },
        { genesys: genesys.stop },
        {
          widget: widget.stop,
          forgetting: forgetting.stop,
          handOff: handOff.stop,
          webhooks: webhooks.stop,
          engine: stopEngine,
          agents: agents.stop,
          connecting: connecting.stop,
          watch: watch.stop,
          teams: teams.stop,
        },
        { store: store.close },
      ],
      { clock, patienceMs: stopPatienceMs, log },
    );

  try {
    // Before the doors open: a partner registered in Teams may be at them. Where the store fails it is read again every few seconds.
    await handOff.load().catch((err: unknown) => log.warn({ err }, 'the partners could not be read yet'));
    const port = await server.listen();
    await webhooks.start(port);
    teams.cardSync.start();
    teams.replyCards.start();
    teams.cobrowseCards.start();
    teams.handOffCards.start();
    if (config.signIn !== null) agents.offerSignIn(config.signIn);
    return { port, connected: connecting.connected, offerSignIn: agents.offerSignIn, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** Looks up what the roster does not tell; only with credentials, so never in the sandbox. */
function graphDirectory({ tenantId, appId, appPassword }: TeamsConfig, now: () => number): GraphDirectory {
  const credentials = { tenantId, clientId: appId, clientSecret: appPassword.reveal() };
  return createGraphDirectory({ token: createClientCredentialsToken(credentials, now) });
}
