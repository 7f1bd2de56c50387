import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../../sandbox.ts';
import { askingClient, authorizeQuery, sentBack } from './authorize-query.ts';
import { refuseSignIn } from './oauth-refusal.ts';
import { signInPage } from './sign-in-page.ts';

/**
 * `GET /oauth/authorize`: where a client sends the browser of a user who is to sign in. Here nobody has a password: the
 * page lets one choose whom to be.
 */
export function authorizeRoute(platform: FastifyInstance, { world }: Sandbox): void {
  platform.get(
    '/oauth/authorize',
    {
      config: {
        source: 'SDK 262',
        unverified: 'how an unknown client or address is refused; everything a user sees',
      },
    },
    (request, reply) => {
      const query = authorizeQuery.safeParse(request.query);
      if (!query.success)
        return refuseSignIn(reply, 'invalid_request', 'a parameter is missing or malformed');
      const asking = askingClient(world, query.data);
      if (asking === undefined) return refuseSignIn(reply, 'invalid_client', 'authentication failed');
      if (query.data.response_type !== 'code')
        return reply.redirect(sentBack(query.data, { error: 'unsupported_response_type' }));
      const [, search = ''] = request.url.split('?', 2);
      return reply
        .type('text/html; charset=utf-8')
        .header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
        .send(signInPage(asking.org, search));
    },
  );
}
