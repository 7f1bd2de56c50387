import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { takeEmptyJson } from '../http/take-empty-json.ts';
import type { Sandbox } from '../sandbox.ts';
import { allowedMethods } from './allowed-methods.ts';
import { errorBody, PlatformError } from './platform-error.ts';

const everywhere = {
  'Cache-Control': 'no-cache, no-store, must-revalidate',
  Pragma: 'no-cache',
  Expires: '0',
  'Strict-Transport-Security': 'max-age=600; includeSubDomains',
};

/** How every answer of the platform looks: headers, JSON only, and its error body for whatever goes wrong. */
export function platformManners(
  platform: FastifyInstance,
  app: FastifyInstance,
  { newId, now, endpoints, refusals }: Sandbox,
  log: (line: string) => void,
): void {
  /** By the clock its bodies are written by: a client can tell how far that is from its own. */
  const date = (): string => new Date(now()).toUTCString();
  const refuse = (error: PlatformError, request: FastifyRequest, reply: FastifyReply): unknown => {
    const correlationId = String(reply.getHeader('ININ-Correlation-Id') ?? newId());
    const { status, code } = (error.unverified && refusals[error.unverified]) ?? error;
    return reply
      .code(status)
      .headers({ ...everywhere, Date: date(), ...error.headers, 'ININ-Correlation-Id': correlationId })
      .send(
        request.method === 'HEAD' ? '' : errorBody({ status, code, message: error.message }, correlationId),
      );
  };

  platform.removeAllContentTypeParsers();
  const notUnderstood = 'The request could not be understood by the server due to malformed syntax.';
  takeEmptyJson(platform, () => new PlatformError(400, 'bad.request', notUnderstood));
  platform.addHook('onRequest', async (_request, reply) => {
    reply.headers({ ...everywhere, Date: date(), 'ININ-Correlation-Id': newId() });
  });
  const explain = (error: unknown, request: FastifyRequest, reply: FastifyReply): unknown => {
    if (error instanceof PlatformError) return refuse(error, request, reply);
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
    if (status === 415) {
      const message =
        'Unsupported Media Type - Unsupported or incorrect media type, such as an incorrect Content-Type value in the header.';
      return refuse(new PlatformError(415, 'unsupported.media.type', message), request, reply);
    }
    if (status === 413) {
      const message = `The request is over the size limit. Maximum bytes: ${app.initialConfig.bodyLimit}`;
      return refuse(new PlatformError(413, 'request.entity.too.large', message), request, reply);
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
  };
  platform.setErrorHandler(explain);
  // A body that is no JSON sent to a path that is not there is met outside of the platform's routes.
  app.setErrorHandler(explain);
  app.setNotFoundHandler((request, reply) => {
    // Who asks is not known here: a path that only some organisations have is treated as one nobody has.
    const ofEveryOrg = endpoints.filter(({ offer }) => offer === undefined);
    const allowed = allowedMethods(ofEveryOrg, request.url);
    // unverified: the code; the status and its words are documented for some resources.
    const refusal =
      allowed.length > 0
        ? new PlatformError(405, 'method.not.allowed', 'Method Not Allowed', {
            headers: { Allow: allowed.join(', ') },
          })
        : new PlatformError(404, 'not.found', 'The requested resource was not found.');
    return refuse(refusal, request, reply);
  });
}
