import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Sandbox } from '../sandbox.ts';
import type { Caller } from './caller.ts';
import { PlatformError } from './platform-error.ts';
import { createRateMeter } from './rate-meter.ts';
import { requirePermissions } from './require-permissions.ts';

/** The check before every route of the API: bearer token, the token's requests in this minute, the permissions of its roles. */
export function authoriser({
  world,
  now,
  settings,
  tokens,
}: Sandbox): (request: FastifyRequest, reply: FastifyReply) => Caller {
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
    const grant = tokens.grantOf(token);
    const org = world.orgs.get(grant?.orgId ?? '');
    const client = org?.clients.get(grant?.clientId ?? '');
    const agent = org?.agents.get(grant?.agentId ?? '');
    const vanished = grant?.agentId !== undefined && agent === undefined;
    // Disabling a client ends its tokens.
    if (org === undefined || client?.state !== 'active' || vanished)
      throw new PlatformError(401, 'bad.credentials', 'Invalid login credentials.');
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
    const caller: Caller = { org, client, token, ...(agent !== undefined && { agent }) };
    requirePermissions(caller, request.routeOptions.config.permissions);
    return caller;
  };
}
