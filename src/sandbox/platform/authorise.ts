import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Org } from '../org.ts';
import type { Sandbox } from '../sandbox.ts';
import type { AccessTokens } from './access-tokens.ts';
import { PlatformError } from './platform-error.ts';
import { createRateMeter } from './rate-meter.ts';

/** The check before every route of the API: bearer token, then the token's requests in this minute. */
export function authoriser(
  { world, now, settings }: Sandbox,
  tokens: AccessTokens,
): (request: FastifyRequest, reply: FastifyReply) => Org {
  const meter = createRateMeter(now, settings.requestsPerMinute);
  return (request, reply) => {
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) {
      throw new PlatformError(
        401,
        'authentication.required',
        'No authentication bearer token specified in authorization header.',
      );
    }
    const org = world.orgs.get(tokens.orgIdOf(token) ?? '');
    if (org === undefined) throw new PlatformError(401, 'bad.credentials', 'Invalid login credentials.');
    const { count, allowed, reset, over } = meter(token);
    if (allowed > 0) {
      reply.headers({
        'inin-ratelimit-count': count,
        'inin-ratelimit-allowed': allowed,
        'inin-ratelimit-reset': reset,
      });
    }
    if (over) {
      throw new PlatformError(
        429,
        'too.many.requests.retry.after',
        `Rate limit exceeded the maximum. Retry the request in [${reset}] seconds`,
        { 'Retry-After': String(reset) },
      );
    }
    return org;
  };
}
