import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { registerControl } from '../../../src/sandbox/control/register-control.ts';
import { createFaults } from '../../../src/sandbox/faults/armed-faults.ts';
import { createNumberedLog } from '../../../src/sandbox/log/numbered-log.ts';
import { createRequestLog } from '../../../src/sandbox/log/request-log.ts';
import { createWaitingNews } from '../../../src/sandbox/log/waiting-news.ts';
import { createAccessTokens } from '../../../src/sandbox/platform/access-tokens.ts';
import type { LiveEvents, Sandbox } from '../../../src/sandbox/sandbox.ts';
import { createRandom } from '../../../src/sandbox/seed/random.ts';
import { seedTeams } from '../../../src/sandbox/seed/seed-teams.ts';
import { registerTeams } from '../../../src/sandbox/teams/register-teams.ts';
import { createBotLine } from '../../../src/sandbox/teams/to-bot/bot-line.ts';
import type { World } from '../../../src/sandbox/world/world.ts';

export interface BotDouble {
  readonly endpoint: string;
  /** Activities in the order they came. */
  readonly received: Record<string, unknown>[];
  /** What it answers from now on. */
  answer(status: number, body?: unknown): void;
  close(): Promise<void>;
}

/** A bot's messaging endpoint that notes what it gets; it answers 200 unless told. */
export async function startBot(): Promise<BotDouble> {
  const received: Record<string, unknown>[] = [];
  let reply: { status: number; body: unknown } = { status: 200, body: undefined };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push(JSON.parse(Buffer.concat(chunks).toString()));
      response.writeHead(reply.status, { 'content-type': 'application/json' });
      response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${portOf(server.address())}/api/messages`,
    received,
    answer(status, body) {
      reply = { status, body };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface TeamsGround {
  readonly app: FastifyInstance;
  readonly sandbox: Sandbox;
  readonly url: string;
  close(): Promise<void>;
}

/** Teams and the control routes on a server of their own, in a world without an organisation's conversations. */
export async function startTeams(botEndpoint: string): Promise<TeamsGround> {
  const world: World = {
    seed: 'test',
    seededAt: Date.now(),
    clockAheadMs: 0,
    orgs: new Map(),
    teams: seedTeams(
      [
        { name: 'Maya Lindqvist', email: 'maya.lindqvist@northwind.example' },
        { name: 'Daniel Okafor', email: 'daniel.okafor@northwind.example' },
      ],
      botEndpoint,
      createRandom('test'),
    ),
    record: [],
  };
  const live = new EventEmitter<LiveEvents>();
  const app = Fastify({ logger: false });
  let url = '';
  const faults = createFaults(randomUUID);
  const sandbox: Sandbox = {
    world,
    now: Date.now,
    aheadMs: () => 0,
    advance: () => {},
    tokens: createAccessTokens(Date.now, 86_400),
    endpoints: [],
    refusals: {},
    newId: randomUUID,
    live,
    append(entry) {
      const numbered = { ...entry, seq: world.record.length + 1, at: Date.now() };
      world.record.push(numbered);
      live.emit('record', numbered);
      return numbered;
    },
    publish: () => {},
    baseUrl: () => url,
    frames: createNumberedLog(10),
    requests: createRequestLog(10, (entry) => live.emit('request', entry)),
    faults,
    queueIdsOf: () => [],
    waitingNews: createWaitingNews(),
    toBot: createBotLine({ world, faults }),
    guests: { isConnected: () => false, send: () => {} },
    settings: {
      requestsPerMinute: 300,
      requestsPerMinuteOfClient: 3_000,
      heartbeatMs: 30_000,
      deliveryStepMs: 10,
      accessTokenSeconds: 86_400,
      notificationDelayMs: { agents: 0, conversations: 0, undelivered: 0 },
      secondSocket: 'replaces',
    },
    changed: () => {},
    later: () => {},
    reset: () => {
      live.emit('reset');
    },
  };
  registerTeams(app, sandbox);
  registerControl(app, sandbox);
  url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, sandbox, url, close: () => app.close() };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
