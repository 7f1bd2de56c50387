import { type Agent, request } from 'node:http';
import type { Answer } from './documented-answer.ts';

export interface RawRequest {
  readonly method: string;
  /** As it goes out: nothing is normalised. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Sends the request as it is; status 0 when the connection is cut before an answer. Rejects when Node refuses to write it. */
export function sendRaw(
  url: string,
  agent: Agent,
  { method, path, headers, body }: RawRequest,
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, agent, method, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', () => resolve({ status: 0, headers: {}, text: '' }));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString(),
        }),
      );
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code?.startsWith('ERR_')) reject(error);
      else resolve({ status: 0, headers: {}, text: '' });
    });
    sent.end(body);
  });
}
