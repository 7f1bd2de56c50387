import { Agent } from 'node:http';
import { WebSocket } from 'ws';
import { loadSnapshot } from '../../../../src/sandbox/snapshot/snapshot.ts';
import { type RunningSandbox, startSandbox } from '../../../../src/sandbox/start-sandbox.ts';
import type { Org } from '../../../../src/sandbox/world/org.ts';
import type { World } from '../../../../src/sandbox/world/world.ts';
import { noBot } from '../../../../tools/program/no-bot.ts';
import { grantEverything } from '../../../support/sandbox/grant-everything.ts';
import { controlAnswerProblem, platformAnswerProblem } from '../documented-answer.ts';
import { channelFrameProblem, guestFrameProblem } from '../frame-problem.ts';
import { sendRaw } from '../send-raw.ts';

type Json = ReturnType<typeof JSON.parse>;

/** A sandbox under acts, with all that people and programs hold of it: tokens, channels and open sockets. */
export interface Play {
  readonly world: World;
  /** The first organisation, in which most of it happens. */
  readonly org: Org;
  /** What went wrong so far, in words. */
  readonly problems: string[];
  readonly channels: string[];
  readonly sockets: Set<WebSocket>;
  /** Faults are armed: answers may be anything. */
  spoiled: boolean;
  control(method: string, path: string, body?: unknown): Promise<Json>;
  /** With the bot's token, or an agent's. */
  call(
    method: string,
    path: string,
    body?: unknown,
    agentId?: string,
  ): Promise<{ status: number; body: Json }>;
  /** Opens a socket (`/channels/…`, `/v1?deploymentId=…`) and sends what is to be said first. */
  open(path: string, ...greetings: unknown[]): Promise<void>;
  newToken(): Promise<void>;
  /** Gives the bot of a fresh world every permission, and a token. */
  mayDoEverything(): Promise<void>;
  /** Stops the sandbox and starts it again from its file. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Starts one that keeps its world in the file. Deliveries take half a minute of its clock. */
export async function startPlay(keepIn: string, seed: string): Promise<Play> {
  const problems: string[] = [];
  const log = (line: string): void => void problems.push(`the log says: ${line}`);
  const agent = new Agent({ keepAlive: true });
  const sockets = new Set<WebSocket>();
  const channels: string[] = [];
  const agentTokens = new Map<string, string>();
  let sandbox: RunningSandbox;
  let token = '';

  const start = async (): Promise<void> => {
    sandbox = await startSandbox({
      port: 0,
      seed,
      botEndpoint: noBot,
      keepIn,
      log,
      settings: { requestsPerMinute: 0, deliveryStepMs: 15_000 },
    });
    await play.mayDoEverything();
  };
  const send = async (method: string, path: string, body: unknown, bearer?: string) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      ...(text !== undefined && {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(text)),
      }),
    };
    const answer = await sendRaw(sandbox.baseUrl, agent, { method, path, headers, body: text });
    const isControl = path.startsWith('/sandbox/');
    const problem = isControl
      ? controlAnswerProblem(answer)
      : platformAnswerProblem(answer, { method, path });
    if (problem !== undefined && (isControl || !play.spoiled))
      problems.push(`${method} ${path} ${text ?? ''}: ${problem} ${answer.text.slice(0, 200)}`);
    return answer;
  };
  const letGo = (): void => {
    for (const socket of sockets) socket.terminate();
    sockets.clear();
    channels.length = 0;
    agentTokens.clear();
  };
  const agentToken = async (id: string): Promise<string> => {
    const known = agentTokens.get(id);
    if (known !== undefined) return known;
    const fresh = String((await play.control('POST', `/agents/${id}/sign-in`))?.accessToken);
    agentTokens.set(id, fresh);
    return fresh;
  };

  const play: Play = {
    get world() {
      return sandbox.world;
    },
    get org() {
      const [org] = sandbox.world.orgs.values();
      if (org === undefined) throw new Error('a world without organisations');
      return org;
    },
    problems,
    channels,
    sockets,
    spoiled: false,
    async control(method, path, body) {
      const { text } = await send(method, `/sandbox/v1${path}`, body);
      return text === '' ? undefined : JSON.parse(text);
    },
    async call(method, path, body, agentId) {
      const bearer = agentId === undefined ? token : await agentToken(agentId);
      const { status, text } = await send(method, path, body, bearer);
      // A token's day is soon over: the next call has a new one.
      if (status === 401 && agentId !== undefined) agentTokens.delete(agentId);
      else if (status === 401) await play.newToken();
      return { status, body: parsed(text) };
    },
    async open(path, ...greetings) {
      const socket = new WebSocket(`${sandbox.baseUrl.replace('http', 'ws')}${path}`);
      const problemOf = path.startsWith('/v1') ? guestFrameProblem : channelFrameProblem;
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('message', (data) => {
        const problem = problemOf(parsed(data.toString()));
        if (problem !== undefined) problems.push(`a frame on ${path}: ${problem} ${data}`);
      });
      socket.on('close', () => sockets.delete(socket));
      await new Promise<void>((resolve) => socket.once('open', resolve).once('close', () => resolve()));
      if (socket.readyState !== WebSocket.OPEN) return;
      for (const greeting of greetings) socket.send(JSON.stringify(greeting));
      await heard(socket);
    },
    async newToken() {
      const client = play.org.clients.get(play.org.clientId);
      const answer = await sendRaw(sandbox.baseUrl, agent, {
        method: 'POST',
        path: '/oauth/token',
        headers: {
          authorization: `Basic ${Buffer.from(`${client?.id}:${client?.secret}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=client_credentials',
      });
      token = String(parsed(answer.text)?.access_token ?? '');
    },
    async mayDoEverything() {
      await grantEverything(sandbox.baseUrl, play.org);
      await play.newToken();
    },
    async restart() {
      letGo();
      const { world } = sandbox;
      await sandbox.close();
      const written = loadSnapshot(keepIn, seed, world.seededAt - world.clockAheadMs);
      if (written === undefined) problems.push('what was kept cannot be read');
      else problems.push(...differences(plain(world), plain(written), 'the world').slice(0, 3));
      play.spoiled = false;
      await start();
    },
    async close() {
      letGo();
      agent.destroy();
      await sandbox.close();
    },
  };
  await start();
  return play;
}

/** Until the other side has read what was sent before. */
export function heard(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(patience);
      socket.off('pong', done).off('close', done);
      resolve();
    };
    // A socket that a fault has silenced never answers.
    const patience = setTimeout(done, 100);
    socket.on('pong', done).on('close', done);
    if (socket.readyState === WebSocket.OPEN) socket.ping();
    else done();
  });
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** As JSON knows it, maps as lists. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, each: unknown) => (each instanceof Map ? [...each] : each)));
}

/** Where two JSON values differ. */
function differences(one: unknown, other: unknown, at: string): string[] {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other ? [] : [`${at} was ${JSON.stringify(one)} and is kept as ${JSON.stringify(other)}`];
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    differences(Reflect.get(one, key), Reflect.get(other, key), `${at}.${key}`),
  );
}
