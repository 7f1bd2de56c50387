import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Org } from '../org.ts';
import type { Sandbox } from '../sandbox.ts';

/** What every group of API routes is handed. */
export interface Api {
  readonly app: FastifyInstance;
  readonly sandbox: Sandbox;
  /** The organisation of the request's bearer token, already checked. */
  readonly orgOf: (request: FastifyRequest) => Org;
}
