import type { FastifyReply } from 'fastify';

const statuses = {
  invalid_client: 401,
  invalid_grant: 400,
  invalid_request: 400,
  unauthorized_client: 400,
  unsupported_grant_type: 400,
  unsupported_response_type: 400,
} as const;

/** Refuses as the login service does: with its own keys, not the standard error body. unverified: all texts but that of `invalid_client`. */
export function refuseSignIn(reply: FastifyReply, error: keyof typeof statuses, text: string): FastifyReply {
  return reply.code(statuses[error]).send({ error, description: text, error_description: text });
}
