import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios from 'axios';
import { NetworkFault, networkFaultOf } from './network-fault.ts';
import { createPassage } from './passage.ts';

export interface HttpQuestion {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As it goes over the wire. */
  readonly body?: string;
  /** For the whole exchange, connection included. */
  readonly timeoutMs: number;
  /** Called when nothing is left but to write it to the network. Where it throws nothing is written, and `ask` throws the same. */
  readonly leaving?: () => void;
  /** Told when its last byte was handed to the network. */
  readonly left?: () => void;
}

export interface HttpAnswer {
  readonly status: number;
  /** Lower-case name to value. */
  readonly header: (name: string) => string | undefined;
  /** Parsed where it is JSON, else the text; undefined when empty. */
  readonly body: unknown;
}

export interface PlatformHttp {
  /** Any HTTP status is an answer; throws NetworkFault when none came. */
  ask(question: HttpQuestion): Promise<HttpAnswer>;
  /** Aborted by `close`. */
  readonly closed: AbortSignal;
  /** Cuts what is under way and lets go of idle connections. */
  close(): void;
}

/** The one way out to the platform's REST hosts: kept-alive connections, no redirects, no hidden repeats. */
export function createPlatformHttp(): PlatformHttp {
  // Node closes an idle connection a second before the server's own Keep-Alive timeout, so that a send is not
  // written to a connection the server is just hanging up on.
  const settings = {
    keepAlive: true,
    keepAliveMsecs: 1_000,
    maxFreeSockets: 16,
    scheduling: 'lifo',
  } as const;
  const httpAgent = new HttpAgent(settings);
  const httpsAgent = new HttpsAgent(settings);
  const closing = new AbortController();
  const client = axios.create({
    httpAgent,
    httpsAgent,
    proxy: false,
    maxRedirects: 0,
    maxContentLength: 50 * 1024 * 1024,
    responseType: 'text',
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    validateStatus: () => true,
  });

  return {
    closed: closing.signal,

    async ask({ method, url, headers, body, timeoutMs, leaving = () => {}, left = () => {} }) {
      if (closing.signal.aborted) throw new NetworkFault('closed', true);
      const tooLong = AbortSignal.timeout(timeoutMs);
      const passage = createPassage({ leaving, left });
      try {
        const answer = await client.request<unknown>({
          method,
          url,
          headers,
          ...(body === undefined ? {} : { data: body }),
          signal: AbortSignal.any([tooLong, closing.signal]),
          transport: passage.transport,
        });
        return {
          status: answer.status,
          header: (name) => {
            const value: unknown = answer.headers[name];
            return typeof value === 'string' ? value : undefined;
          },
          body: parsed(answer.data),
        };
      } catch (thrown) {
        const kept = passage.keptBy();
        if (kept !== null) throw kept.cause;
        const neverLeft = !passage.opened();
        if (closing.signal.aborted) throw new NetworkFault('closed', neverLeft);
        if (tooLong.aborted) throw new NetworkFault('timeout', neverLeft);
        const fault = networkFaultOf(thrown);
        throw neverLeft ? new NetworkFault(fault.reason, true) : fault;
      }
    },

    close() {
      closing.abort();
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
}

function parsed(data: unknown): unknown {
  if (typeof data !== 'string' || data === '') return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}
