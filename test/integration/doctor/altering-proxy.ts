import { createServer } from 'node:http';
import { listeningPort } from '../../support/listening-port.ts';

export interface AlteringProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** What to answer instead; absent parts stay as they came. */
export interface Altered {
  readonly date?: number;
  readonly body?: unknown;
}

/** A way to a server on which answers are changed, for what a server cannot be asked to say. */
export async function alteringProxy(
  target: string,
  alter: (request: { method: string; path: string; body: unknown }) => Altered,
): Promise<AlteringProxy> {
  const server = createServer({ keepAliveTimeout: 1 }, async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const sent = Buffer.concat(chunks).toString();
    const { method = 'GET', url: path = '/' } = request;
    const { authorization, 'content-type': type } = request.headers;
    const answer = await fetch(`${target}${path}`, {
      method,
      headers: { ...(authorization && { authorization }), ...(type && { 'content-type': type }) },
      ...(sent !== '' && { body: sent }),
    });
    const text = await answer.text();
    const { date, body } = alter({ method, path, body: parsed(sent) });
    const headers = Object.fromEntries(
      [...answer.headers].filter(([name]) => /^(content-type|inin-)/.test(name)),
    );
    response.writeHead(answer.status, {
      ...headers,
      ...(date !== undefined && { date: new Date(date).toUTCString() }),
    });
    response.end(body === undefined ? text : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${listeningPort(server)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
