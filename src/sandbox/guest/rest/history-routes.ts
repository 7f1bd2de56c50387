import type { FastifyInstance } from 'fastify';
import { seeHistory } from '../../acts/guest/see-history.ts';
import { checkedQuery } from '../../platform/checked.ts';
import { paging } from '../../platform/paged.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';
import type { GuestParts } from '../guest-scene.ts';
import { sessionOf } from '../identity/session-of.ts';
import { originIsAllowed } from '../origin-is-allowed.ts';
import { historyOf } from '../session/history-of.ts';
import { bearerOf } from './bearer-of.ts';

/**
 * `GET /api/v2/webmessaging/messages` with the JWT of `getJwt` or of somebody signed in: the session's history, newest
 * first, to pages of the deployment's domains (unverified: the 403 for others).
 */
export function historyRoutes(platform: FastifyInstance, { sandbox, tokens }: GuestParts): void {
  const ownerOf = (jwt: string): { org: Org; customer: Customer } | undefined => {
    const owner = tokens.read(jwt);
    if (owner === undefined || owner === 'expired') return undefined;
    const org = sandbox.world.orgs.get(owner.orgId);
    if (org === undefined) return undefined;
    const customer =
      owner.kind === 'guest' ? org.customers.get(owner.customerId) : sessionOf(org, owner, sandbox.now());
    return customer && { org, customer };
  };

  platform.get(
    '/api/v2/webmessaging/messages',
    { config: { source: 'facts', unverified: 'the 403 for a page of another domain' } },
    (request) => {
      const owner = ownerOf(bearerOf(request) ?? '');
      if (owner === undefined || owner.customer.sessionExpiresAt <= sandbox.now()) {
        throw new PlatformError(401, 'bad.credentials', 'Invalid login credentials.');
      }
      const { org, customer } = owner;
      const messenger = org.deployments.get(customer.deploymentId)?.messenger;
      if (messenger === undefined || !originIsAllowed(messenger, request.headers.origin)) {
        throw new PlatformError(
          403,
          'not.authorized',
          'You are not authorized to perform the requested action.',
        );
      }
      const { pageSize, pageNumber } = checkedQuery(paging, request.query);
      const all = historyOf(org, customer, messenger.humanize);
      const page = all.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
      seeHistory(sandbox, org, customer, new Set(page.map(({ id }) => id)));
      return {
        entities: page.map(({ entity }) => entity),
        pageSize,
        pageNumber,
        total: all.length,
        pageCount: Math.ceil(all.length / pageSize),
      };
    },
  );
}
