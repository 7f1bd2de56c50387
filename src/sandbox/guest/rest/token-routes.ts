import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { guestEntry } from '../../acts/guest/guest-entry.ts';
import { checked } from '../../platform/checked.ts';
import { badRequest, notFound, PlatformError } from '../../platform/platform-error.ts';
import type { Deployment } from '../../world/deployment.ts';
import type { Org } from '../../world/org.ts';
import type { GuestParts } from '../guest-scene.ts';
import { sessionOf } from '../identity/session-of.ts';
import { bearerOf } from './bearer-of.ts';

const journey = z.record(z.string(), z.unknown());

const exchange = z.object({
  deploymentId: z.string(),
  oauth: z.object({
    code: z.string().min(1).optional(),
    idToken: z.string().min(1).optional(),
    redirectUri: z.string().optional(),
    nonce: z.string().optional(),
    maxAge: z.number().optional(),
    codeVerifier: z.string().optional(),
    iss: z.string().optional(),
  }),
  journeyContext: journey.optional(),
});

/** The SDK requires a deployment here, and the transport SDK sends none. */
const refresh = z.object({ refreshToken: z.string(), deploymentId: z.string().optional() });

const invalid = (): PlatformError => new PlatformError(401, 'bad.credentials', 'Invalid login credentials.');

/**
 * Authenticated web messaging over REST, without a bearer of the organisation: a code of the identity provider (or its
 * id token, the same thing here) for a JWT, a new JWT, and the end of both. unverified: every refusal.
 */
export function tokenRoutes(platform: FastifyInstance, { sandbox, tokens, guests }: GuestParts): void {
  platform.post(
    '/api/v2/webdeployments/token/oauthcodegrantjwtexchange',
    { config: { source: 'SDK 262', unverified: 'every refusal' } },
    (request) => {
      const { deploymentId, oauth } = checked(exchange, request.body);
      const { org, deployment } = findDeployment(sandbox.world.orgs.values(), deploymentId);
      if (!deployment.messenger.auth.enabled) {
        throw badRequest('Authentication is not enabled for the deployment.');
      }
      if (oauth.code !== undefined && oauth.redirectUri === undefined) {
        throw badRequest('The request is not valid: oauth.redirectUri: required with a code');
      }
      if (oauth.code === undefined && (oauth.idToken === undefined || oauth.nonce === undefined)) {
        throw badRequest('The request is not valid: oauth: a code, or an idToken with its nonce');
      }
      const code = oauth.code ?? oauth.idToken ?? '';
      const person = org.signIns.get(code);
      org.signIns.delete(code);
      if (person === undefined || person.expiresAt <= sandbox.now()) throw invalid();
      sandbox.changed();
      const { subject, name } = person;
      return tokens.forPerson({ orgId: org.id, deploymentId, subject, name });
    },
  );

  platform.post(
    '/api/v2/webdeployments/token/refresh',
    { config: { source: 'SDK 262', unverified: 'every refusal, and whether deploymentId may be absent' } },
    (request) => {
      const { refreshToken, deploymentId } = checked(refresh, request.body);
      const renewed = tokens.refresh(refreshToken);
      if (renewed === undefined) throw invalid();
      if (deploymentId !== undefined && deploymentId !== renewed.person.deploymentId) throw invalid();
      return { jwt: renewed.jwt };
    },
  );

  platform.delete(
    '/api/v2/webdeployments/token/revoke',
    { config: { source: 'SDK 262', unverified: 'the status 204, and that the session stays' } },
    (request, reply) => {
      const person = tokens.read(bearerOf(request) ?? '');
      if (person === undefined || person === 'expired' || person.kind !== 'person') throw invalid();
      tokens.revoke(person);
      const org = sandbox.world.orgs.get(person.orgId);
      const customer = org && sessionOf(org, person, sandbox.now());
      if (org !== undefined && customer !== undefined) {
        sandbox.append(guestEntry('shown', 'signed-out', org.id, customer));
        guests.send(customer.token, { type: 'message', class: 'LogoutEvent', code: 200, body: {} });
        for (const window of guests.of(customer.token)) guests.leave(window);
      }
      return reply.code(204).send();
    },
  );
}

function findDeployment(orgs: Iterable<Org>, id: string): { org: Org; deployment: Deployment } {
  for (const org of orgs) {
    const deployment = org.deployments.get(id);
    if (deployment !== undefined) return { org, deployment };
  }
  throw notFound('deployment');
}
