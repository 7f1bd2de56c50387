import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Sandbox } from '../sandbox.ts';
import type { Caller } from './caller.ts';
import { notFound, PlatformError } from './platform-error.ts';
import { createRateMeter } from './rate-meter.ts';
import { requirePermissions } from './require-permissions.ts';
import { refusedAs } from './unverified-refusals.ts';

const ofUser = z.object({ userId: z.string() });

/**
 * The check before every route of the API: bearer token, the token's requests in this minute
 * (`client.credentials.token.rate.per.minute`), those of all tokens of the client and user
 * (`org.app.user.rate.per.minute`), what the organisation offers, the permissions of its roles.
 */
export function authoriser({
  world,
  now,
  settings,
  tokens,
}: Sandbox): (request: FastifyRequest, reply: FastifyReply) => Caller {
  const { requestsPerMinute, requestsPerMinuteOfClient } = settings;
  const ofToken = createRateMeter(now, requestsPerMinute);
  const ofClient = createRateMeter(now, requestsPerMinute === 0 ? 0 : requestsPerMinuteOfClient);

  const callerOf = (token: string): Caller | undefined => {
    const grant = tokens.grantOf(token);
    const org = world.orgs.get(grant?.orgId ?? '');
    const client = org?.clients.get(grant?.clientId ?? '');
    const agent = org?.agents.get(grant?.agentId ?? '');
    const vanished = grant?.agentId !== undefined && agent === undefined;
    // Disabling a client ends its tokens.
    if (org === undefined || client?.state !== 'active' || vanished) return undefined;
    return { org, client, token, ...(agent !== undefined && { agent }) };
  };

  const meter = ({ org, client, agent, token }: Caller, reply: FastifyReply): void => {
    const own = ofToken(token);
    const shared = ofClient(`${org.id} ${client.id} ${agent?.id ?? ''}`);
    const { count, allowed, reset, over } = shared.over ? shared : own;
    if (allowed > 0) {
      reply.headers({
        'inin-ratelimit-count': count,
        'inin-ratelimit-allowed': allowed,
        'inin-ratelimit-reset': reset,
      });
    }
    if (!over) return;
    throw new PlatformError(
      429,
      'too.many.requests.retry.after',
      `Rate limit exceeded the maximum. Retry the request in [${reset}] seconds`,
      { headers: { 'Retry-After': String(reset) } },
    );
  };

  return (request, reply) => {
    const token = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) {
      throw new PlatformError(
        401,
        'authentication.required',
        'No authentication bearer token specified in authorization header.',
      );
    }
    const caller = callerOf(token);
    if (caller === undefined) throw refusedAs('bearer-unknown-or-expired', 'Invalid login credentials.');
    meter(caller, reply);
    const { offer, permissions } = request.routeOptions.config;
    if (offer !== undefined && !caller.org.offers[offer]) throw notFound('resource');
    const asked = ofUser.safeParse(request.params);
    requirePermissions(caller, permissions, asked.data?.userId);
    return caller;
  };
}
