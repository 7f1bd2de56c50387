import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FaultRule } from './faults.ts';
import type { Sandbox } from './sandbox.ts';
import { withoutChannel, withoutSecrets } from './without-secrets.ts';

interface Watched {
  readonly startedAt: number;
  answer?: unknown;
  after?: FaultRule;
  reset?: boolean;
}

/** Plays armed faults on the platform's and the connector's paths, and keeps the log of their requests. */
export function watchRequests(app: FastifyInstance, { faults, requests, now }: Sandbox): void {
  const watched = new WeakMap<FastifyRequest, Watched>();
  const finish = (request: FastifyRequest, reply: FastifyReply, status: number): void => {
    const seen = watched.get(request);
    if (seen === undefined) return;
    watched.delete(request);
    requests.add({
      at: seen.startedAt,
      to: request.url.startsWith('/teams/') ? 'teams' : 'genesys',
      ms: now() - seen.startedAt,
      method: request.method,
      path: withoutChannel(request.url),
      status,
      correlationId: String(reply.getHeader('ININ-Correlation-Id') ?? ''),
      requestBody: withoutSecrets(request.body),
      responseBody: withoutSecrets(seen.answer),
    });
  };
  const cut = (request: FastifyRequest, reply: FastifyReply): void => {
    finish(request, reply, 0);
    reply.hijack();
    request.raw.socket.destroy();
  };

  app.addHook('onRequest', async (request) => {
    if (/^\/(oauth|api|teams)\//.test(request.url)) watched.set(request, { startedAt: now() });
  });
  app.addHook('preHandler', async (request, reply) => {
    const seen = watched.get(request);
    const rule = seen && faults.take(request.method, pathOf(request));
    if (seen === undefined || rule === undefined) return;
    if (rule.when === 'after') {
      seen.after = rule;
      return;
    }
    if (rule.latencyMs !== undefined) await wait(rule.latencyMs);
    if (rule.reset) cut(request, reply);
    else if (rule.status !== undefined) await reply.code(rule.status).send(faultBody(rule.status));
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const seen = watched.get(request);
    if (seen === undefined) return payload;
    const rule = seen.after;
    if (rule?.latencyMs !== undefined) await wait(rule.latencyMs);
    if (rule?.reset) {
      cut(request, reply);
      return payload;
    }
    if (rule?.status !== undefined) {
      reply.code(rule.status).type('application/json');
      const body = faultBody(rule.status);
      seen.answer = body;
      return JSON.stringify(body);
    }
    if (typeof payload === 'string') seen.answer = parsed(payload);
    return payload;
  });
  app.addHook('onResponse', async (request, reply) => finish(request, reply, reply.statusCode));
}

/** The path without its query. */
function pathOf({ url }: FastifyRequest): string {
  return url.split('?')[0] ?? url;
}

/** The body the platform sends with such a status. */
function faultBody(status: number): Record<string, unknown> {
  const codes: Record<number, string> = {
    429: 'too.many.requests.retry.after',
    503: 'service.unavailable',
    504: 'request.timeout',
  };
  const code = codes[status] ?? (status >= 500 ? 'internal.server.error' : 'bad.request');
  const message =
    status === 429
      ? 'Rate limit exceeded the maximum. Retry the request in [1] seconds'
      : 'A fault was asked for.';
  return { message, code, status, details: [], errors: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
