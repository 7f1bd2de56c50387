import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../sandbox.ts';

/** The sandbox's own control, under `/sandbox/v1/`. */
export function registerControl(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/sandbox/v1/record', () => ({ entries: sandbox.world.record }));
}
