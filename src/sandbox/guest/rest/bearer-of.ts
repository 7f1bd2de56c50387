import type { FastifyRequest } from 'fastify';

/** The bearer token of a request; some guest clients write the scheme in lower case. */
export function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
}
