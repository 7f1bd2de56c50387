import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Sandbox } from '../../sandbox.ts';
import type { AccessTokens } from '../access-tokens.ts';

/** `POST /oauth/token` with the client-credentials grant. Its errors have the OAuth keys, not the standard body. */
export function oauthRoutes(platform: FastifyInstance, { world }: Sandbox, tokens: AccessTokens): void {
  platform.register(async (oauth) => {
    oauth.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, text, done) => done(null, Object.fromEntries(new URLSearchParams(text.toString()))),
    );
    oauth.post('/oauth/token', (request, reply) => {
      // unverified: the texts of these two; keys and `invalid_client` are from real logs.
      if (!isForm(request.body)) return refuse(reply, 400, 'invalid_request', 'a form body is required');
      if (request.body.grant_type !== 'client_credentials') {
        return refuse(reply, 400, 'unsupported_grant_type', 'grant type is not supported');
      }
      const basic = /^Basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
      const [id, ...secret] = Buffer.from(basic, 'base64').toString().split(':');
      const org = [...world.orgs.values()].find(({ clientId }) => clientId === id);
      if (org === undefined || org.clientSecret !== secret.join(':')) {
        // unverified: 401; an older report has 400 for a wrong-region client.
        return refuse(reply, 401, 'invalid_client', 'authentication failed');
      }
      const { token, seconds } = tokens.issue(org);
      return reply.send({ access_token: token, token_type: 'bearer', expires_in: seconds });
    });
  });
}

function isForm(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null;
}

function refuse(reply: FastifyReply, status: number, error: string, text: string): FastifyReply {
  return reply.code(status).send({ error, description: text, error_description: text });
}
