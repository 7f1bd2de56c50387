import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Sandbox } from '../sandbox.ts';
import type { Org } from '../world/org.ts';
import type { Caller } from './caller.ts';

/** What every group of API routes is handed. */
export interface Api {
  readonly app: FastifyInstance;
  readonly sandbox: Sandbox;
  /** Who makes the request, already checked: token, rate and permissions. */
  readonly callerOf: (request: FastifyRequest) => Caller;
  /** The caller's organisation. */
  readonly orgOf: (request: FastifyRequest) => Org;
}
