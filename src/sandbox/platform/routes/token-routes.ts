import type { Api } from '../api.ts';

/** The token a request is made with. */
export function tokenRoutes({ app, sandbox, callerOf }: Api): void {
  app.delete(
    '/api/v2/tokens/me',
    { config: { source: 'SDK 262', unverified: 'answers 204; that a refresh token lives on' } },
    (request, reply) => {
      const own = sandbox.tokens.grantOf(callerOf(request).token);
      sandbox.tokens.revoke((grant) => grant === own);
      return reply.code(204).send();
    },
  );
}
