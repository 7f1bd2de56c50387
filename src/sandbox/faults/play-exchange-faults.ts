import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Sandbox } from '../sandbox.ts';
import type { ExchangeFault } from './fault.ts';
import { type FaultyAnswer, faultyAnswer } from './faulty-answer.ts';
import { fitsRequest } from './fits-request.ts';

interface Needs {
  readonly sandbox: Pick<Sandbox, 'faults' | 'tokens' | 'newId'>;
  /** Only these requests can be hit. */
  readonly isWatched: (request: FastifyRequest) => boolean;
  /** The request's body, when it was read here because no route will see it. */
  readonly bodyRead: (request: FastifyRequest, body: unknown) => void;
  /** Its connection is cut: no answer will be seen to go out whole. */
  readonly cut: (request: FastifyRequest, reply: FastifyReply) => void;
}

/**
 * Plays the faults of endpoints and of the connector. One `before` acts as a gateway would, ahead of token, rate meter and
 * permissions, so such a request counts nowhere; one `after` lets all of that and the work happen and touches the answer only.
 */
export function playExchangeFaults(app: FastifyInstance, { sandbox, isWatched, bodyRead, cut }: Needs): void {
  const { faults, tokens, newId } = sandbox;
  const after = new WeakMap<FastifyRequest, ExchangeFault>();

  app.addHook('onRequest', async (request, reply) => {
    if (!isWatched(request)) return;
    const path = pathOf(request);
    const orgId = (): string | undefined => tokens.grantOf(bearerOf(request))?.orgId;
    const asked = { method: request.method, path, orgId };
    // One fault an exchange: the oldest armed, whatever it acts on.
    const fits = (fault: ExchangeFault): boolean => fitsRequest(fault, asked);
    const fault = faults.take('endpoint', fits) ?? faults.take('teams', fits);
    if (fault === undefined) return;
    if (fault.when === 'after' || fault.reset === 'mid-answer') {
      after.set(request, fault);
      return;
    }
    if (fault.latencyMs !== undefined) await wait(fault.latencyMs);
    const correlationId = newId();
    const answer = faultyAnswer(fault, path, correlationId);
    if (answer === undefined && fault.reset !== true) return;
    bodyRead(request, await jsonBody(request));
    if (answer === undefined) {
      cut(request, reply);
      reply.hijack();
      request.raw.socket.destroy();
      return;
    }
    if (!path.startsWith('/teams/')) reply.header('ININ-Correlation-Id', correlationId);
    return dress(reply, answer).send(request.method === 'HEAD' ? '' : answer.payload);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const fault = after.get(request);
    if (fault === undefined) return payload;
    after.delete(request);
    if (fault.latencyMs !== undefined) await wait(fault.latencyMs);
    const whole = typeof payload === 'string' ? payload : '';
    if (fault.reset === 'mid-answer') {
      cut(request, reply);
      reply.header('content-length', Math.max(2, Buffer.byteLength(whole)));
      return Readable.from(halfOf(whole));
    }
    if (fault.reset === true) {
      cut(request, reply);
      reply.hijack();
      request.raw.socket.destroy();
      return payload;
    }
    const correlationId = String(reply.getHeader('ININ-Correlation-Id') ?? '');
    const truly = { status: reply.statusCode, payload: whole };
    const answer = faultyAnswer(fault, pathOf(request), correlationId, truly);
    if (answer === undefined) return payload;
    dress(reply, answer).header('content-length', Buffer.byteLength(answer.payload));
    return answer.payload;
  });
}

function dress(reply: FastifyReply, { status, headers }: FaultyAnswer): FastifyReply {
  return reply.code(status).headers(headers);
}

/** Gives the first half time to leave, then breaks off: the server then drops the connection. */
async function* halfOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text === '' ? '{' : text).subarray(
    0,
    Math.max(1, Math.floor(Buffer.byteLength(text) / 2)),
  );
  await wait(20);
  throw new Error('the connection was to be cut');
}

async function jsonBody({ raw }: FastifyRequest): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of raw) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
}

function bearerOf({ headers }: FastifyRequest): string {
  return /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
}

/** The path without its query. */
function pathOf({ url }: FastifyRequest): string {
  return url.split('?')[0] ?? url;
}
