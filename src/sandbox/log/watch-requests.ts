import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { playExchangeFaults } from '../faults/play-exchange-faults.ts';
import type { Sandbox } from '../sandbox.ts';
import { withoutChannel, withoutSecrets } from './without-secrets.ts';

interface Watched {
  readonly startedAt: number;
  body?: unknown;
  answer?: unknown;
  /** Of the answer as text. */
  length?: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Where a route writes why it refused, for the log; empty when the answer itself says it. */
    refusedBecause: string;
  }
}

/** Keeps the log of the requests on the platform's and the connector's paths, those that armed faults hit too. */
export function watchRequests(app: FastifyInstance, sandbox: Sandbox): void {
  const { requests, now } = sandbox;
  const watched = new WeakMap<FastifyRequest, Watched>();
  const finish = (request: FastifyRequest, reply: FastifyReply, status: number): void => {
    const seen = watched.get(request);
    if (seen === undefined) return;
    watched.delete(request);
    const entry = {
      at: seen.startedAt,
      to: request.url.startsWith('/teams/') ? 'teams' : 'genesys',
      ms: now() - seen.startedAt,
      method: request.method,
      path: withoutChannel(request.url),
      status,
      ...(request.refusedBecause !== '' && { reason: request.refusedBecause }),
      correlationId: String(reply.getHeader('ININ-Correlation-Id') ?? ''),
      requestBody: withoutSecrets(seen.body ?? request.body),
      responseBody: withoutSecrets(seen.answer),
    } as const;
    requests.add(entry, seen.length);
  };

  app.decorateRequest('refusedBecause', '');
  app.addHook('onRequest', async (request) => {
    if (/^\/(oauth|api|v2|teams)\//.test(request.url)) watched.set(request, { startedAt: now() });
  });
  playExchangeFaults(app, {
    sandbox,
    isWatched: (request) => watched.has(request),
    bodyRead(request, body) {
      const seen = watched.get(request);
      if (seen !== undefined) seen.body = body;
    },
    cut: (request, reply) => finish(request, reply, 0),
  });
  app.addHook('onSend', async (request, _reply, payload) => {
    const seen = watched.get(request);
    if (seen !== undefined && typeof payload === 'string') {
      seen.answer = parsed(payload);
      seen.length = payload.length;
    }
    return payload;
  });
  app.addHook('onResponse', async (request, reply) => finish(request, reply, reply.statusCode));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
