import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import fastify from 'fastify';
import { registerControl } from './control/register-control.ts';
import { registerPage } from './control/register-page.ts';
import { createFaults } from './faults/armed-faults.ts';
import { revokeTokensWhenAsked } from './faults/revoke-tokens.ts';
import { createGuestWindows } from './guest/guest-windows.ts';
import { refuseOtherSites } from './http/refuse-other-sites.ts';
import { refuseNoHttp, unroutable } from './http/unroutable.ts';
import type { FrameEntry } from './log/frame-entry.ts';
import { createNumberedLog } from './log/numbered-log.ts';
import type { RecordEntry } from './log/record-entry.ts';
import { createRequestLog } from './log/request-log.ts';
import { createWaitingNews } from './log/waiting-news.ts';
import { watchRequests } from './log/watch-requests.ts';
import { createNotifications } from './notifications/notifications.ts';
import { paces } from './paces.ts';
import { createAccessTokens } from './platform/access-tokens.ts';
import { registerPlatform } from './platform/register-platform.ts';
import type { LiveEvents, Sandbox, SandboxSettings } from './sandbox.ts';
import { createSandboxClock } from './sandbox-clock.ts';
import type { WantedScale } from './seed/scale.ts';
import { seedScaledWorld } from './seed/seed-scaled-world.ts';
import { startedOver } from './seed/started-over.ts';
import { keepSnapshot } from './snapshot/keep-snapshot.ts';
import { loadSnapshot } from './snapshot/snapshot.ts';
import { registerTeams } from './teams/register-teams.ts';
import { createBotLine } from './teams/to-bot/bot-line.ts';
import { createQueueMembership } from './world/queue-membership.ts';
import type { World } from './world/world.ts';

export interface SandboxOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The same seed gives the same people, ids and talks. */
  readonly seed?: string | undefined;
  /** More agents and conversations than are written, in all; such a world is not kept. */
  readonly scale?: WantedScale | undefined;
  /** Where the Teams stand-in delivers activities to. */
  readonly botEndpoint: string;
  /** A file the world is kept in, so that it survives a restart. */
  readonly keepIn?: string | undefined;
  /** The computer's clock, epoch milliseconds; it must run on by itself. */
  readonly now?: (() => number) | undefined;
  /** Hears of faults of the sandbox itself, one line each. */
  readonly log?: ((line: string) => void) | undefined;
  readonly settings?: Partial<SandboxSettings> | undefined;
}

export interface RunningSandbox {
  readonly baseUrl: string;
  readonly world: World;
  /** What happens, as it happens; for whoever runs it in the same process. */
  readonly live: EventEmitter<LiveEvents>;
  /** Moves its clock ahead by so many milliseconds. */
  readonly advance: (ms: number) => void;
  readonly close: () => Promise<void>;
}

const defaultSettings: SandboxSettings = {
  requestsPerMinute: 300,
  requestsPerMinuteOfClient: 3_000,
  heartbeatMs: 30_000,
  ...paces.quick,
  accessTokenSeconds: 86_400,
  secondSocket: 'replaces',
};

/** Starts Genesys Cloud and Teams in a box on 127.0.0.1. Rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const { seed = 'northwind', now: computerNow = Date.now, log = () => {} } = options;
  const { botEndpoint } = options;
  const settings = { ...defaultSettings, ...options.settings };
  const newId = randomUUID;
  const seeded = () => seedScaledWorld(seed, computerNow(), botEndpoint, options.scale);
  const kept = options.keepIn === undefined ? undefined : loadSnapshot(options.keepIn, seed, computerNow());
  const wantsMore = Object.values(options.scale ?? {}).some((wanted) => wanted !== undefined);
  const world = wantsMore ? seeded() : (kept ?? seeded());
  world.teams.botEndpoint = botEndpoint;

  const snapshot = keepSnapshot(options.keepIn, world, log);
  const clock = createSandboxClock(computerNow, {
    aheadMs: world.clockAheadMs,
    failed: (error) =>
      log(`Something due by the clock failed: ${error instanceof Error ? error.stack : error}`),
  });
  const { now } = clock;
  const live = new EventEmitter<LiveEvents>();
  live.setMaxListeners(0);
  const faults = createFaults(newId);
  const tokens = createAccessTokens(now, settings.accessTokenSeconds);
  revokeTokensWhenAsked(faults, tokens);
  const { later } = clock;
  const frames = createNumberedLog<FrameEntry>(2000);
  const notifications = createNotifications({
    world,
    now,
    later,
    newId,
    live,
    settings,
    frames,
    faults,
    tokens,
  });
  const guests = createGuestWindows();
  let baseUrl = '';
  const sandbox: Sandbox = {
    world,
    now,
    aheadMs: clock.aheadMs,
    advance(ms) {
      clock.advance(ms);
      world.clockAheadMs = clock.aheadMs();
      snapshot.changed();
      live.emit('clock', { now: now(), aheadMs: clock.aheadMs() });
    },
    newId,
    live,
    settings,
    guests,
    tokens,
    endpoints: [],
    refusals: {},
    faults,
    requests: createRequestLog(2000, (entry) => live.emit('request', entry)),
    frames,
    publish: notifications.publish,
    queueIdsOf: createQueueMembership(),
    waitingNews: createWaitingNews(),
    toBot: createBotLine({ world, faults }),
    baseUrl: () => baseUrl,
    changed: snapshot.changed,
    later,
    append(entry) {
      const numbered: RecordEntry = { ...entry, seq: (world.record.at(-1)?.seq ?? 0) + 1, at: now() };
      world.record.push(numbered);
      snapshot.changed();
      live.emit('record', numbered);
      return numbered;
    },
    reset({
      seed: newSeed = world.seed,
      agents = world.scale?.agents,
      conversations = world.scale?.conversations,
    } = {}) {
      clock.clear();
      const orgs = [...world.orgs.values()];
      const before = {
        agents: new Map(orgs.flatMap(({ agents: known }) => [...known])),
        signInClients: new Map(
          orgs.map(({ id, clients }) => [
            id,
            [...clients.values()].filter(({ redirectUris }) => redirectUris !== undefined),
          ]),
        ),
      };
      // Two large worlds at a time are more than needs be.
      world.orgs = new Map();
      const fresh = seedScaledWorld(newSeed, now(), world.teams.botEndpoint, { agents, conversations });
      Object.assign(world, { scale: undefined }, startedOver(before, fresh, now()));
      world.clockAheadMs = clock.aheadMs();
      snapshot.changed();
      live.emit('reset');
    },
  };

  const app = fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    bodyLimit: 1_048_576,
    frameworkErrors: (_error, request, reply) => {
      const { headers, body } = unroutable(request.raw.url ?? '', newId());
      reply.hijack();
      reply.raw.writeHead(400, headers);
      reply.raw.end(request.method === 'HEAD' ? undefined : body);
    },
    clientErrorHandler: (_error, socket) => refuseNoHttp(socket, newId()),
  });
  refuseOtherSites(app);
  watchRequests(app, sandbox);
  registerPlatform(app, { sandbox, notifications, guests, log });
  registerTeams(app, sandbox);
  registerControl(app, sandbox);
  registerPage(app);

  baseUrl = await app.listen({ port: options.port, host: '127.0.0.1' }).catch(async (error: unknown) => {
    clock.close();
    notifications.close();
    await app.close();
    throw error;
  });
  return {
    baseUrl,
    world,
    live,
    advance: sandbox.advance,
    async close() {
      clock.close();
      notifications.close();
      guests.close();
      await app.close();
      snapshot.close();
    },
  };
}
