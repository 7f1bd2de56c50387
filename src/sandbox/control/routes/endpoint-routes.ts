import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../../sandbox.ts';

/** `GET /endpoints`: what of the platform is here, where each shape comes from, and what of it is unverified. */
export function endpointRoutes(app: FastifyInstance, { endpoints }: Sandbox): void {
  app.get('/endpoints', () => ({ endpoints }));
}
