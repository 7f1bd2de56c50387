import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Sandbox } from '../../sandbox.ts';
import type { OAuthClient } from '../../world/oauth-client.ts';
import type { Org } from '../../world/org.ts';
import type { SignedIn } from './authorization-codes.ts';
import { refuseSignIn } from './oauth-refusal.ts';
import { type BasicCredentials, readBasicHeader } from './read-basic-header.ts';

interface Known {
  readonly org: Org;
  readonly client: OAuthClient;
}

/** What is not named here is passed over: this grant has no scopes. */
const formBody = z.object({
  grant_type: z.string().optional(),
  code: z.string().optional(),
  redirect_uri: z.string().optional(),
  client_id: z.string().optional(),
  code_verifier: z.string().optional(),
  refresh_token: z.string().optional(),
});

const unverified =
  '401 for bad credentials (an older report has 400 for a client of another region); statuses and texts of the other refusals; that credentials in the body are not taken; that PKCE gives no refresh token';

/**
 * `POST /oauth/token`: client credentials; an authorization code, with the client's secret or a PKCE verifier; a refresh
 * token. A client has one grant: with redirect addresses it is for users, without for itself.
 */
export function tokenRoute(platform: FastifyInstance, { world, tokens }: Sandbox): void {
  const clientOf = (id: string): Known | undefined => {
    for (const org of world.orgs.values()) {
      const client = org.clients.get(id);
      if (client?.state === 'active') return { org, client };
    }
    return undefined;
  };
  const withSecret = (basic: BasicCredentials | undefined): Known | undefined => {
    const known = clientOf(basic?.id ?? '');
    return known?.client.secret === basic?.secret ? known : undefined;
  };

  const answerUser = (reply: FastifyReply, { org, client }: Known, who: SignedIn, refreshable: boolean) => {
    if (!org.agents.has(who.agentId)) return refuseSignIn(reply, 'invalid_grant', 'the user is gone');
    const { token, seconds } = tokens.issue(org, client, who.agentId);
    return reply.send({
      access_token: token,
      ...(refreshable && { refresh_token: tokens.codes.refreshTokenFor(who) }),
      token_type: 'bearer',
      expires_in: seconds,
    });
  };

  platform.register(async (oauth) => {
    oauth.removeAllContentTypeParsers();
    oauth.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, text, done) => done(null, formOf(text.toString())),
    );
    // A body too long or of no content type at all never reaches the route.
    oauth.setErrorHandler((error, _request, reply) => {
      const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
      if (typeof status !== 'number' || status >= 500) throw error;
      return refuseSignIn(reply, 'invalid_request', 'a form body is required');
    });
    // Whatever else comes is no form, which the route itself says.
    oauth.addContentTypeParser('*', { parseAs: 'string' }, (_request, _text, done) => done(null));

    oauth.post('/oauth/token', { config: { source: 'SDK 262', unverified } }, (request, reply) => {
      const read = formBody.safeParse(request.body);
      if (!read.success)
        return refuseSignIn(reply, 'invalid_request', 'a form body with each parameter once is required');
      const form = read.data;
      const grant = form.grant_type;
      if (grant === undefined) return refuseSignIn(reply, 'invalid_request', 'grant_type is required');
      if (!['client_credentials', 'authorization_code', 'refresh_token'].includes(grant))
        return refuseSignIn(reply, 'unsupported_grant_type', 'grant type is not supported');
      const { authorization } = request.headers;
      const basic = readBasicHeader(authorization);
      if (basic === undefined && authorization !== undefined)
        return refuseSignIn(reply, 'invalid_request', 'the authorization header is malformed');

      // A browser's client has no secret to keep: the verifier stands in for it.
      const verifier = form.code_verifier;
      const isPublic = grant === 'authorization_code' && basic === undefined && verifier !== undefined;
      const known = isPublic ? clientOf(form.client_id ?? '') : withSecret(basic);
      if (known === undefined) return refuseSignIn(reply, 'invalid_client', 'authentication failed');
      const { org, client } = known;
      const forUsers = client.redirectUris !== undefined;
      if (forUsers === (grant === 'client_credentials'))
        return refuseSignIn(reply, 'unauthorized_client', 'the client does not have this grant');

      if (grant === 'client_credentials') {
        const { token, seconds } = tokens.issue(org, client);
        return reply.send({ access_token: token, token_type: 'bearer', expires_in: seconds });
      }
      const who =
        grant === 'refresh_token'
          ? tokens.codes.refresh(form.refresh_token ?? '', client.id)
          : tokens.codes.redeem(form.code ?? '', {
              clientId: client.id,
              redirectUri: form.redirect_uri ?? '',
              verifier,
            });
      if (who === undefined) return refuseSignIn(reply, 'invalid_grant', 'the grant is invalid or expired');
      return answerUser(reply, known, who, !isPublic);
    });
  });
}

/** The form's parameters; undefined when one comes twice. */
function formOf(text: string): Record<string, string> | undefined {
  const pairs = [...new URLSearchParams(text)];
  const form = Object.fromEntries(pairs);
  return Object.keys(form).length === pairs.length ? form : undefined;
}
