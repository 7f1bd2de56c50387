import { Agent, request } from 'node:http';

export interface WidgetAnswer {
  readonly status: number;
  readonly body: string;
}

/** Asks a door of the program, over connections of its own; null when no answer came. */
export type AskWidget = (
  path: string,
  body: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<WidgetAnswer | null>;

/** `most` connections at a time; what is beyond that waits for one. `close` lets go of them. */
export function createAskWidget(
  port: number,
  origin: string,
  most: number,
): { ask: AskWidget; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: most });
  const ask: AskWidget = (path, body, headers = {}) =>
    new Promise((resolve) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const asked = request(
        {
          agent,
          host: '127.0.0.1',
          port,
          path,
          method: 'POST',
          headers: {
            origin,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
            ...headers,
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', () => resolve(null));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
          );
        },
      );
      asked.on('error', () => resolve(null));
      asked.end(text);
    });
  return { ask, close: () => agent.destroy() };
}
