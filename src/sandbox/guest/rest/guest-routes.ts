import type { FastifyInstance } from 'fastify';
import type { GuestParts } from '../guest-scene.ts';
import { configRoutes } from './config-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { tokenRoutes } from './token-routes.ts';

/** What a guest's page asks over HTTP, from whatever origin it has. */
export function guestRoutes(platform: FastifyInstance, parts: GuestParts): void {
  platform.register(async (open) => {
    open.addHook('onRequest', async (request, reply) => {
      reply.headers({
        'Access-Control-Allow-Origin': request.headers.origin ?? '*',
        'Access-Control-Allow-Headers':
          'authorization,content-type,x-journey-session-id,x-journey-session-type',
        'Access-Control-Allow-Methods': 'GET,POST,DELETE,OPTIONS',
        Vary: 'Origin',
      });
    });
    for (const path of ['/api/v2/webmessaging/messages', '/api/v2/webdeployments/token/*']) {
      open.options(path, (_request, reply) => reply.code(204).send());
    }
    historyRoutes(open, parts);
    tokenRoutes(open, parts);
    configRoutes(open, parts);
  });
}
