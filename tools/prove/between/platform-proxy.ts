import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** One answer on its way from the platform to the program. */
export interface Passing {
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What the program gets instead; `cut` ends the connection in the middle of the body. */
export type Spoiled = Pick<Passing, 'status' | 'headers' | 'body'> & { readonly cut?: boolean };

/** One notification socket of the program's, held here. */
interface Line {
  readonly channelId: string;
  /** When the program hung up, by this process's clock (`performance.now`); null while it has not. */
  endedByProgram(): number | null;
  /** Half-open from now on: nothing passes in either direction, and nobody is told. */
  freeze(): void;
}

/** The program put topics on a channel. */
interface Subscribing {
  readonly channelId: string;
  /** By this process's clock (`performance.now`). */
  readonly at: number;
  /** The topics as they were written, one string. */
  readonly topics: string;
}

export interface PlatformProxy {
  readonly url: string;
  /** Every time the program put topics on a channel, oldest first. */
  readonly subscribings: readonly Subscribing[];
  /** Every notification socket there ever was, oldest first. */
  readonly lines: readonly Line[];
  close(): Promise<void>;
}

/** Spoils what passes, or (undefined) lets it pass as it is. */
export type Spoil = (passing: Passing) => Spoiled | undefined;

/** One exchange that passed; times by this process's clock (`performance.now`). */
export interface Passed {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly retryAfter: string | undefined;
  /** Which of the program's connections carried it. */
  readonly connection: number;
}

/** Takes a notification socket's handshake over from the proxy. */
export type TakeSocket = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

const subscribedChannel = /\/notifications\/channels\/([^/?]+)\/subscriptions/;

/**
 * Stands between the program and the platform: passes every request on, and every answer with the addresses of
 * notification sockets led through here.
 */
export async function startPlatformProxy(
  target: string,
  {
    spoil,
    takeSocket,
    passed,
  }: {
    readonly spoil?: Spoil;
    readonly takeSocket?: TakeSocket;
    /** Hears of every exchange. */
    readonly passed?: (exchange: Passed) => void;
  } = {},
): Promise<PlatformProxy> {
  const lines: Line[] = [];
  const subscribings: Subscribing[] = [];
  const open = new Set<Duplex>();
  const { host, hostname, port } = new URL(target);
  let here = '';

  function pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { method = 'GET', url = '/' } = asked;
    const askedAt = performance.now();
    const connection = asked.socket.remotePort ?? 0;
    const out = request({ hostname, port, method, path: url, headers: { ...asked.headers, host } }, (got) => {
      const parts: Buffer[] = [];
      got.on('data', (part: Buffer) => parts.push(part));
      got.on('error', () => answer.destroy());
      got.on('end', () => {
        const body = Buffer.from(
          Buffer.concat(parts).toString('latin1').replaceAll(`ws://${host}/`, here),
          'latin1',
        );
        const passing: Passing = {
          method,
          path: url.split('?')[0] ?? url,
          status: got.statusCode ?? 502,
          headers: plainHeaders(got.headers),
          body,
        };
        send(spoil?.(passing) ?? passing, answer);
        passed?.({
          method,
          path: passing.path,
          status: passing.status,
          askedAt,
          answeredAt: performance.now(),
          retryAfter: passing.headers['retry-after'],
          connection,
        });
      });
    });
    out.on('error', () => answer.destroy());
    const channelId = method === 'PUT' ? subscribedChannel.exec(url)?.[1] : undefined;
    if (channelId !== undefined) noteSubscribing(asked, channelId);
    asked.pipe(out);
  }

  function noteSubscribing(asked: IncomingMessage, channelId: string): void {
    const parts: Buffer[] = [];
    asked.on('data', (part: Buffer) => parts.push(part));
    asked.on('end', () =>
      subscribings.push({ channelId, at: performance.now(), topics: Buffer.concat(parts).toString() }),
    );
  }

  function join(asked: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { url = '/', headers } = asked;
    const out = connect(Number(port), hostname);
    const lineHead = [`GET ${url} HTTP/1.1`, ...headerLines({ ...headers, host }), '', ''].join('\r\n');
    out.write(lineHead);
    out.write(head);
    lines.push(pipeLine(url.split('/').at(-1) ?? '', socket, out, open));
  }

  const server = createServer(pass);
  server.on('upgrade', takeSocket ?? join);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address !== 'object') throw new Error('the proxy has no port');
  here = `ws://127.0.0.1:${address.port}/`;
  return {
    url: `http://127.0.0.1:${address.port}`,
    lines,
    subscribings,
    async close() {
      for (const socket of open) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send({ status, headers, body, cut = false }: Spoiled, answer: ServerResponse): void {
  answer.writeHead(status, { ...headers, 'content-length': String(body.length) });
  if (!cut) return void answer.end(body);
  answer.write(body.subarray(0, body.length >> 1), () => answer.destroy());
}

function plainHeaders(headers: IncomingMessage['headers']): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => !/^(content-length|transfer-encoding|connection|keep-alive)$/.test(name),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

function headerLines(headers: IncomingMessage['headers']): string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
}

function pipeLine(channelId: string, program: Duplex, platform: Socket, open: Set<Duplex>): Line {
  let endedByProgram: number | null = null;
  let frozen = false;
  open.add(program).add(platform);
  program.on('data', (data) => void (frozen || platform.write(data)));
  platform.on('data', (data) => void (frozen || program.write(data)));
  const ended = () => {
    endedByProgram ??= performance.now();
    open.delete(program);
    program.destroy();
    platform.destroy();
  };
  // The server's sockets may be half-open: one that the program let go of has ended, but is not closed.
  program.on('end', ended);
  program.on('close', ended);
  program.on('error', ended);
  platform.on('error', () => void (frozen || program.destroy()));
  platform.on('close', () => {
    open.delete(platform);
    if (!frozen) program.end();
  });
  return {
    channelId,
    endedByProgram: () => endedByProgram,
    freeze: () => {
      frozen = true;
    },
  };
}
