import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Cut the connection instead of answering. */
  readonly reset?: boolean;
}

interface FakeUser {
  presence: string;
  presenceSince: number;
  routing: string;
  routingSince: number;
}

export interface FakePlatform {
  readonly url: string;
  readonly requests: FakeRequest[];
  readonly users: Map<string, FakeUser>;
  /** Answers before the platform itself does; undefined lets it. */
  intercept: (request: FakeRequest) => FakeAnswer | undefined;
  /** Bearer tokens that count; empty: any. */
  readonly validTokens: Set<string>;
  /** How long a new channel says it lives, milliseconds. */
  channelLifeMs: number;
  /** False: a black hole, which takes frames and sends none, not even pongs. */
  answering: boolean;
  /** How many pings came. */
  pings: number;
  /** Channel ids with an open socket. */
  connected(): string[];
  /** Topics of a channel. */
  topicsOf(channelId: string): readonly string[];
  channels(): string[];
  /** Sends raw text to every open socket. */
  sendRaw(text: string): void;
  /** Sends an event to every channel with that topic, by its individual or its combined name. */
  publish(topic: string, eventBody: unknown): void;
  /** Changes a user's presence; tells the channels unless `lost`. */
  setPresence(userId: string, presence: string, at: number, options?: { lost?: boolean }): void;
  setRouting(userId: string, routing: string, at: number, options?: { lost?: boolean }): void;
  /** Cuts every notification socket without a word. */
  dropSockets(): void;
  forgetChannel(channelId: string): void;
  close(): Promise<void>;
}

/** A small platform over real sockets: tokens, users, presences, notification channels, and whatever a test intercepts. */
export async function startFakePlatform(): Promise<FakePlatform> {
  const requests: FakeRequest[] = [];
  const users = new Map<string, FakeUser>();
  const channels = new Map<string, { topics: string[]; sockets: Set<WebSocket> }>();
  const connections = new Set<Socket>();
  let tokens = 0;
  let made = 0;

  const server = createServer((request, response) => void handle(request, response));
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const channel = channels.get(request.url?.split('/').at(-1) ?? '');
    if (channel === undefined) {
      socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => {
      // One socket a channel, as the strictest reading of the platform has it.
      for (const former of channel.sockets) former.close(1001);
      channel.sockets.add(ws);
      ws.on('close', () => channel.sockets.delete(ws));
      ws.on('message', (data) => {
        if (!data.toString().includes('ping')) return;
        platform.pings += 1;
        if (platform.answering) ws.send('{"topicName":"channel.metadata","eventBody":{"message":"pong"}}');
      });
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? '/', 'http://fake');
    const asked: FakeRequest = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      authorization: request.headers.authorization,
      body: json(Buffer.concat(chunks).toString()),
    };
    requests.push(asked);
    const answer = platform.intercept(asked) ?? platformAnswer(asked);
    if (answer.reset) {
      request.socket.resetAndDestroy();
      return;
    }
    response.writeHead(answer.status ?? 200, {
      'content-type': 'application/json',
      'inin-correlation-id': `corr-${requests.length}`,
      ...answer.headers,
    });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  }

  function platformAnswer({ method, path, query, authorization, body }: FakeRequest): FakeAnswer {
    if (path === '/oauth/token') {
      tokens += 1;
      return { body: { access_token: `token-${tokens}`, token_type: 'bearer', expires_in: 86_400 } };
    }
    const bearer = authorization?.replace('Bearer ', '') ?? '';
    if (platform.validTokens.size > 0 && !platform.validTokens.has(bearer))
      return {
        status: 401,
        body: { status: 401, code: 'bad.credentials', message: 'Invalid login credentials.' },
      };
    if (method === 'POST' && path === '/api/v2/notifications/channels') {
      made += 1;
      const id = `streaming-0-${made}`;
      channels.set(id, { topics: [], sockets: new Set() });
      return {
        body: {
          id,
          connectUri: `${platform.url.replace('http', 'ws')}/channels/${id}`,
          expires: new Date(Date.now() + platform.channelLifeMs).toISOString(),
        },
      };
    }
    const channelId = /\/channels\/([^/]+)\/subscriptions$/.exec(path)?.[1];
    if (channelId !== undefined) {
      const channel = channels.get(channelId);
      if (channel === undefined) return notFound;
      if (method === 'GET') return { body: { entities: channel.topics.map((id) => ({ id })) } };
      channel.topics = Array.isArray(body) ? body.map((topic: { id: string }) => topic.id) : [];
      return { body: { entities: channel.topics.map((id) => ({ id, state: 'Permitted' })) } };
    }
    if (path === '/api/v2/users') {
      const ids = query.get('id')?.split(',') ?? [];
      const entities = ids.flatMap((id) => {
        const user = users.get(id);
        if (user === undefined) return [];
        const presence = {
          presenceDefinition: { systemPresence: user.presence },
          modifiedDate: iso(user.presenceSince),
        };
        return [
          {
            id,
            name: id,
            presence,
            routingStatus: { status: user.routing, startTime: iso(user.routingSince) },
          },
        ];
      });
      return { body: { entities, pageCount: 1 } };
    }
    return notFound;
  }

  function tell(topic: string, eventBody: unknown): void {
    const text = JSON.stringify({
      topicName: topic,
      version: '2',
      eventBody,
      metadata: { CorrelationId: 'c' },
    });
    const [, owner, last] = /^(.*)\.([^.]+)$/.exec(topic) ?? [];
    for (const { topics, sockets: open } of channels.values()) {
      const wants = topics.some(
        (each) =>
          each === topic ||
          (each.startsWith(`${owner}?`) &&
            each
              .split('?')[1]
              ?.split('&')
              .includes(last ?? '')),
      );
      if (wants) for (const ws of open) ws.send(text);
    }
  }

  const userOf = (id: string): FakeUser => {
    const user = users.get(id);
    if (user === undefined) throw new Error(`no user ${id}`);
    return user;
  };

  const platform: FakePlatform = {
    url: '',
    requests,
    users,
    intercept: () => undefined,
    validTokens: new Set(),
    channelLifeMs: 86_400_000,
    answering: true,
    pings: 0,
    connected: () => [...channels].filter(([, { sockets: open }]) => open.size > 0).map(([id]) => id),
    topicsOf: (channelId) => channels.get(channelId)?.topics ?? [],
    channels: () => [...channels.keys()],
    sendRaw(text) {
      for (const ws of sockets.clients) ws.send(text);
    },
    publish: tell,
    setPresence(userId, presence, at, { lost = false } = {}) {
      Object.assign(userOf(userId), { presence, presenceSince: at });
      const systemPresence = presence.toUpperCase().replaceAll(' ', '_');
      if (!lost)
        tell(`v2.users.${userId}.presence`, {
          source: 'PURECLOUD',
          presenceDefinition: { id: 'x', systemPresence },
          primary: true,
          modifiedDate: iso(at),
        });
    },
    setRouting(userId, routing, at, { lost = false } = {}) {
      Object.assign(userOf(userId), { routing, routingSince: at });
      if (!lost)
        tell(`v2.users.${userId}.routingStatus`, {
          id: userId,
          routingStatus: { status: routing, startTime: iso(at) },
        });
    },
    dropSockets() {
      for (const ws of sockets.clients) ws.terminate();
    },
    forgetChannel(channelId) {
      for (const ws of channels.get(channelId)?.sockets ?? []) ws.terminate();
      channels.delete(channelId);
    },
    async close() {
      platform.dropSockets();
      sockets.close();
      for (const socket of connections) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.address());
  return Object.assign(platform, { url: `http://127.0.0.1:${port}` });
}

const notFound: FakeAnswer = { status: 404, body: { status: 404, code: 'not.found', message: 'not found' } };

const iso = (time: number) => new Date(time).toISOString();

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('no address');
  return address;
}
