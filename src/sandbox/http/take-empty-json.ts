import type { FastifyInstance } from 'fastify';

/**
 * Takes a request that says it brings JSON and brings nothing, as clients' DELETE and bare POST do (the official SDK
 * too): no body. What is no JSON is refused with `malformed`, or with fastify's own error.
 */
export function takeEmptyJson(app: FastifyInstance, malformed?: () => Error): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '') return done(null, undefined);
    parse(request, text, (error, body) => done(error === null ? null : (malformed?.() ?? error), body));
  });
}
