import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { z } from 'zod';

const outgoing = z.object({ request: z.custom<ClientRequest>((value) => typeof value === 'object') });
const incoming = z.object({ request: z.custom<IncomingMessage>((value) => typeof value === 'object') });

/**
 * Tells of every request that goes out before it leaves (`before POST /…`), once it has left (`during POST /…`) and when its
 * answer is there (`after POST /…`); and of those that come in, before they are worked on and after they were answered.
 */
export function watchRequests(step: (name: string) => void): void {
  const tell = (side: string) => (message: unknown) => {
    const { method, path } = outgoing.parse(message).request;
    step(`${side} ${method} ${shape(path)}`);
  };
  subscribe('http.client.request.created', tell('before'));
  subscribe('http.client.request.start', tell('during'));
  subscribe('http.client.response.finish', tell('after'));
  const tellOfUs = (side: string) => (message: unknown) => {
    const { method, url } = incoming.parse(message).request;
    if (method === 'POST') step(`${side} our ${method} ${shape(url ?? '')}`);
  };
  subscribe('http.server.request.start', tellOfUs('before'));
  subscribe('http.server.response.finish', tellOfUs('after'));
}

/** The path without its query, ids as `{id}`. */
function shape(path: string): string {
  const [bare = ''] = path.split('?');
  return bare
    .split('/')
    .map((part) => (/\d.*\d|[:@%]/.test(part) ? '{id}' : part))
    .join('/');
}
