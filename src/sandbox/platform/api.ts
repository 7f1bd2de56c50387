import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Sandbox } from '../sandbox.ts';
import type { Org } from '../world.ts';

/** What every group of API routes is handed. */
export interface Api {
  readonly app: FastifyInstance;
  readonly sandbox: Sandbox;
  /** The organisation of the request's bearer token, already checked. */
  readonly orgOf: (request: FastifyRequest) => Org;
}
