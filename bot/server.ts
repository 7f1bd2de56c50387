import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import {
  createServer as createRestify,
  type Next,
  plugins,
  type Request,
  type Response,
  type Server as RestifyServer,
} from 'restify';
import { ReachbackError } from '../src/errors/reachback-error.ts';
import type { Door } from './door.ts';
import { readBody } from './read-body.ts';
import { signedInPath } from './signed-in-path.ts';

const bodyLimit = 256 * 1024;

/** A caller who stalls must not keep the process from ending. */
const defaultPatienceMs = 5_000;

export interface PartReadiness {
  readonly ready: boolean;
  /** An error code of the catalogue, where there is one. */
  readonly code?: string;
  readonly detail?: string;
}

export interface ServerParts {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Answers one POST to the Teams messaging endpoint. */
  readonly process: (request: {
    authorization: string;
    body: unknown;
  }) => Promise<{ status: number; body?: unknown }>;
  /** Answers a browser that comes back from signing in: a whole page. */
  readonly signedIn: (request: {
    state: string | null;
    code: string | null;
    acceptLanguage: string;
  }) => Promise<Page>;
  /** Ways in beside these. */
  readonly doors: readonly Door[];
  readonly readiness: () => Readonly<Record<string, PartReadiness>>;
  readonly metrics: Pick<Registry, 'metrics' | 'contentType'>;
  readonly log: Logger;
  /** How long `close` waits for running requests, milliseconds. */
  readonly patienceMs?: number;
}

/** What a browser is shown. */
export interface Page {
  readonly status: number;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Server {
  /** Gives the port listened on. Throws `start.port-taken`. */
  listen(): Promise<number>;
  /** Takes no new requests, lets running ones end as long as patience lasts, then closes. */
  close(): Promise<void>;
}

/** The bot's HTTP door: Teams messages, health, readiness, metrics in JSON, the page agents come back to from signing in, and the doors of other systems. */
export function createServer(parts: ServerParts): Server {
  const {
    host,
    port,
    process,
    signedIn,
    doors,
    readiness,
    metrics,
    log,
    patienceMs = defaultPatienceMs,
  } = parts;
  const server = createRestify({ name: 'reachback', handleUncaughtExceptions: false });
  // Without this restify answers in plain text to callers that do not ask for JSON.
  server.pre((request, _response, next) => {
    request.headers.accept = 'application/json';
    next();
  });
  server.pre(addressedRightly);

  // Not restify's bodyParser: that writes anybody's file uploads to disk.
  const body = [plugins.bodyReader({ maxBodySize: bodyLimit }), plugins.jsonBodyParser({ mapParams: false })];
  server.post('/api/messages', plainJsonOnly, ...body, async (request: Request, response: Response) => {
    try {
      const authorization = request.headers.authorization ?? '';
      const { status, body } = await process({ authorization, body: request.body });
      if (body === undefined) response.send(status);
      else response.json(status, body);
    } catch (error) {
      log.error({ code: 'teams.failed', err: error }, 'an activity broke its turn');
      response.json(500, { error: { code: 'teams.failed' } });
    }
  });
  server.get(signedInPath, async (request: Request, response: Response) => {
    const asked = new URLSearchParams(request.getQuery());
    const acceptLanguage = request.headers['accept-language'] ?? '';
    const back = { state: asked.get('state'), code: asked.get('code'), acceptLanguage };
    const { status, html, headers } = await signedIn(back);
    response.sendRaw(status, html, { ...headers });
  });
  for (const door of doors) openDoor(server, door, log);
  server.get('/healthz', async (_request: Request, response: Response) => {
    response.json(200, { alive: true });
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    const seen = readiness();
    const ready = Object.values(seen).every((part) => part.ready);
    response.json(ready ? 200 : 503, { ready, parts: seen });
  });
  server.get('/metrics', async (_request: Request, response: Response) => {
    response.sendRaw(200, await metrics.metrics(), { 'content-type': metrics.contentType });
  });
  server.on('restifyError', (_request: Request, _response: Response, error: Error, done: () => void) => {
    log.debug({ err: error }, 'a request was not served');
    done();
  });

  let closing = false;
  // A connection that was busy when closing began is let go once its answer is out.
  server.on('after', () => {
    if (closing) setImmediate(() => server.server.closeIdleConnections());
  });

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        const refused = (error: NodeJS.ErrnoException): void => {
          const taken = error.code === 'EADDRINUSE';
          reject(taken ? new ReachbackError('start.port-taken', { facts: { port }, cause: error }) : error);
        };
        server.once('error', refused);
        server.listen(port, host, () => {
          server.off('error', refused);
          resolve(server.address().port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        closing = true;
        const cut = setTimeout(() => server.server.closeAllConnections(), patienceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.server.closeIdleConnections();
      }),
  };
}

const openings = { GET: 'get', POST: 'post', DELETE: 'del', OPTIONS: 'opts' } as const;

function openDoor(server: RestifyServer, { method, path, answer }: Door, log: Logger): void {
  server[openings[method]](path, async (request: Request, response: Response) => {
    try {
      const packed = request.headers['content-encoding'] ?? 'identity';
      const body = packed === 'identity' ? await readBody(request, bodyLimit) : null;
      if (body === null) {
        // The rest of it must not keep the connection.
        response.json(413, { error: { code: 'door.body-refused' } }, { connection: 'close' });
        return;
      }
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, [value].flat()[0]]),
      );
      const query = new URLSearchParams(request.getQuery());
      const address = request.socket.remoteAddress ?? '';
      const given = await answer({ params: { ...request.params }, query, headers, body, address });
      if (given.body === undefined) response.send(given.status, undefined, { ...given.headers });
      else response.json(given.status, given.body, { ...given.headers });
    } catch (error) {
      if (request.readableAborted) {
        log.debug({ path, err: error }, 'a caller hung up');
        return;
      }
      log.error({ code: 'door.failed', path, err: error }, 'a request broke its answer');
      response.json(500, { error: { code: 'door.failed' } });
    }
  });
}

/** A Host or a target that makes no URL: restify 12 reads it where nobody catches what it throws, and the process ends. */
function addressedRightly(request: Request, response: Response, next: Next): void {
  try {
    request.getUrl();
    next();
  } catch {
    response.json(400, { error: { code: 'teams.activity-malformed' } });
    next(false);
  }
}

/** Refused before the body is read: unpacking compressed ones is an open door (a bad one ends the process in restify 12). */
function plainJsonOnly(request: Request, response: Response, next: Next): void {
  const { 'content-encoding': packed = 'identity' } = request.headers;
  const readable = packed === 'identity' && request.getContentType() === 'application/json';
  if (!readable) response.json(415, { error: { code: 'teams.activity-malformed' } });
  next(readable ? undefined : false);
}
