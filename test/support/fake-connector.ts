import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { listeningPort } from './listening-port.ts';

interface ConnectorCall {
  readonly method: string;
  /** Percent-encoding undone. */
  readonly path: string;
  readonly body: unknown;
}

export interface ConnectorAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** Sent as it is, in the body's stead. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Cut the connection, or never answer, instead. */
  readonly instead?: 'reset' | 'silence';
}

/** A Bot Connector that records what it is asked and answers by a script, then 200 with `{ id }`. */
export async function startFakeConnector() {
  const calls: ConnectorCall[] = [];
  const script: ConnectorAnswer[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString('utf8');
    calls.push({
      method: request.method ?? '',
      path: decodeURIComponent(request.url ?? ''),
      body: text === '' ? null : JSON.parse(text),
    });
    answer(response, script.shift() ?? { status: 200, body: { id: `activity-${calls.length}` } });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    serviceUrl: `http://127.0.0.1:${listeningPort(server)}/teams/`,
    calls,
    next: (...answers: ConnectorAnswer[]) => void script.push(...answers),
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answer(response: ServerResponse, { status, body, text, headers, instead }: ConnectorAnswer): void {
  if (instead === 'reset') response.socket?.destroy();
  if (instead !== undefined) return;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(text ?? JSON.stringify(body ?? {}));
}
