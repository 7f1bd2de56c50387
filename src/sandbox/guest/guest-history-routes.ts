import type { FastifyInstance } from 'fastify';
import { seeHistory } from '../acts/see-history.ts';
import { checked } from '../platform/checked.ts';
import { paging } from '../platform/paged.ts';
import { PlatformError } from '../platform/platform-error.ts';
import type { Sandbox } from '../sandbox.ts';
import type { GuestJwts } from './guest-jwts.ts';
import { structuredMessage } from './structured-message.ts';

/** `GET /api/v2/webmessaging/messages` with the JWT of `getJwt`: the session's history, newest first, to any origin. */
export function guestHistoryRoutes(platform: FastifyInstance, sandbox: Sandbox, jwts: GuestJwts): void {
  platform.register(async (history) => {
    history.addHook('onRequest', async (request, reply) => {
      reply.headers({
        'Access-Control-Allow-Origin': request.headers.origin ?? '*',
        'Access-Control-Allow-Headers': 'authorization,content-type',
        'Access-Control-Allow-Methods': 'GET,OPTIONS',
        Vary: 'Origin',
      });
    });

    history.options('/api/v2/webmessaging/messages', (_request, reply) => reply.code(204).send());

    history.get('/api/v2/webmessaging/messages', { config: { source: 'facts' } }, (request) => {
      const jwt = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
      const owner = jwts.read(jwt ?? '');
      const org = sandbox.world.orgs.get(owner?.orgId ?? '');
      const customer = org?.customers.get(owner?.customerId ?? '');
      if (org === undefined || customer === undefined || customer.sessionExpiresAt <= sandbox.now()) {
        throw new PlatformError(401, 'bad.credentials', 'Invalid login credentials.');
      }
      const { pageSize, pageNumber } = checked(paging, request.query);
      const all = [...org.conversations.values()]
        .filter(({ customerId }) => customerId === customer.id)
        .flatMap(({ messages }) => messages)
        .sort((a, b) => b.at - a.at);
      const page = all.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
      seeHistory(sandbox, org, customer, page);
      return {
        entities: page.map(structuredMessage),
        pageSize,
        pageNumber,
        total: all.length,
        pageCount: Math.ceil(all.length / pageSize),
      };
    });
  });
}
