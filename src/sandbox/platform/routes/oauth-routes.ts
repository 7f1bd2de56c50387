import type { FastifyInstance, FastifyReply } from 'fastify';
import type { OAuthClient, Org } from '../../org.ts';
import type { Sandbox } from '../../sandbox.ts';
import { readBasicHeader } from '../read-basic-header.ts';

const unverified =
  '401 for bad credentials (an older report has 400 for a client of another region); statuses and texts of the other refusals; that credentials in the body are not taken';

/** `POST /oauth/token` with the client-credentials grant. Its errors have the OAuth keys, not the standard body. */
export function oauthRoutes(platform: FastifyInstance, { world, tokens }: Sandbox): void {
  const clientOf = (id: string, secret: string): { org: Org; client: OAuthClient } | undefined => {
    const org = [...world.orgs.values()].find(({ clients }) => clients.has(id));
    const client = org?.clients.get(id);
    const right = client?.secret === secret && client.state === 'active';
    return org !== undefined && client !== undefined && right ? { org, client } : undefined;
  };

  platform.register(async (oauth) => {
    oauth.removeAllContentTypeParsers();
    oauth.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, text, done) => done(null, new URLSearchParams(text.toString())),
    );
    // Whatever else comes is no form, which the route itself says.
    oauth.addContentTypeParser('*', { parseAs: 'string' }, (_request, _text, done) => done(null));

    // A content type that is none, a body over the limit.
    oauth.setErrorHandler((_error, _request, reply) =>
      refuse(reply, 'invalid_request', 'the request could not be understood'),
    );

    oauth.post('/oauth/token', { config: { source: 'SDK 262', unverified } }, (request, reply) => {
      const form = request.body;
      if (!(form instanceof URLSearchParams))
        return refuse(reply, 'invalid_request', 'a form body is required');
      const grants = form.getAll('grant_type');
      if (grants.length !== 1) return refuse(reply, 'invalid_request', 'one grant_type is required');
      if (grants[0] !== 'client_credentials')
        return refuse(reply, 'unsupported_grant_type', 'grant type is not supported');
      const { authorization } = request.headers;
      const basic = readBasicHeader(authorization);
      if (basic === undefined && authorization !== undefined)
        return refuse(reply, 'invalid_request', 'the authorization header is malformed');
      const known = basic === undefined ? undefined : clientOf(basic.id, basic.secret);
      if (known === undefined) return refuse(reply, 'invalid_client', 'authentication failed');
      const { token, seconds } = tokens.issue(known.org, known.client);
      return reply.send({ access_token: token, token_type: 'bearer', expires_in: seconds });
    });
  });
}

function refuse(
  reply: FastifyReply,
  error: 'invalid_request' | 'unsupported_grant_type' | 'invalid_client',
  text: string,
): FastifyReply {
  return reply
    .code(error === 'invalid_client' ? 401 : 400)
    .send({ error, description: text, error_description: text });
}
