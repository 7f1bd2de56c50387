import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Sandbox } from '../sandbox.ts';
import { takeEmptyJson } from '../take-empty-json.ts';
import { errorBody, PlatformError } from './platform-error.ts';

/** How every answer of the platform looks: headers, JSON only, and its error body for whatever goes wrong. */
export function platformManners(
  platform: FastifyInstance,
  app: FastifyInstance,
  { newId }: Sandbox,
  log: (line: string) => void,
): void {
  const refuse = (error: PlatformError, request: FastifyRequest, reply: FastifyReply): unknown => {
    const correlationId = String(reply.getHeader('ININ-Correlation-Id') ?? newId());
    return reply
      .code(error.status)
      .headers({ ...error.headers, 'ININ-Correlation-Id': correlationId })
      .send(request.method === 'HEAD' ? '' : errorBody(error, correlationId));
  };

  platform.removeAllContentTypeParsers();
  const notUnderstood = 'The request could not be understood by the server due to malformed syntax.';
  takeEmptyJson(platform, () => new PlatformError(400, 'bad.request', notUnderstood));
  platform.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'ININ-Correlation-Id': newId(),
      'Cache-Control': 'no-cache, no-store, must-revalidate',
      Pragma: 'no-cache',
      Expires: '0',
      'Strict-Transport-Security': 'max-age=600; includeSubDomains',
    });
  });
  platform.setErrorHandler((error, request, reply) => {
    if (error instanceof PlatformError) return refuse(error, request, reply);
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
    if (status === 415) {
      const message =
        'Unsupported Media Type - Unsupported or incorrect media type, such as an incorrect Content-Type value in the header.';
      return refuse(new PlatformError(415, 'unsupported.media.type', message), request, reply);
    }
    if (status === 413) {
      return refuse(
        new PlatformError(413, 'request.entity.too.large', 'The request is over the size limit.'),
        request,
        reply,
      );
    }
    if (typeof status === 'number' && status >= 400 && status < 500) {
      return refuse(
        new PlatformError(status, 'bad.request', 'The request could not be understood by the server.'),
        request,
        reply,
      );
    }
    log(
      `${request.method} ${request.routeOptions.url ?? '(no route)'} failed: ${error instanceof Error ? error.stack : error}`,
    );
    return refuse(
      new PlatformError(500, 'internal.server.error', 'The server encountered an unexpected condition.'),
      request,
      reply,
    );
  });
  app.setNotFoundHandler((request, reply) => {
    return refuse(
      new PlatformError(404, 'not.found', 'The requested resource was not found.'),
      request,
      reply,
    );
  });
}
