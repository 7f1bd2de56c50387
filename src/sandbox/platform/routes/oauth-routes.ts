import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Sandbox } from '../../sandbox.ts';

const unverified =
  '401 for bad credentials (an older report has 400 for a client of another region); texts of the other refusals';

/** `POST /oauth/token` with the client-credentials grant. Its errors have the OAuth keys, not the standard body. */
export function oauthRoutes(platform: FastifyInstance, { world, tokens }: Sandbox): void {
  platform.register(async (oauth) => {
    oauth.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, text, done) => done(null, Object.fromEntries(new URLSearchParams(text.toString()))),
    );
    oauth.post('/oauth/token', { config: { source: 'SDK 262', unverified } }, (request, reply) => {
      if (!isForm(request.body)) return refuse(reply, 400, 'invalid_request', 'a form body is required');
      if (request.body.grant_type !== 'client_credentials') {
        return refuse(reply, 400, 'unsupported_grant_type', 'grant type is not supported');
      }
      const basic = /^Basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
      const [id, ...secret] = Buffer.from(basic, 'base64').toString().split(':');
      const org = [...world.orgs.values()].find(({ clients }) => clients.has(id ?? ''));
      const client = org?.clients.get(id ?? '');
      if (org === undefined || client?.secret !== secret.join(':') || client.state !== 'active') {
        return refuse(reply, 401, 'invalid_client', 'authentication failed');
      }
      const { token, seconds } = tokens.issue(org, client);
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
