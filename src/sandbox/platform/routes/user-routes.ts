import { z } from 'zod';
import type { Api } from '../api.ts';
import { checkedQuery } from '../checked.ts';
import { listOf, listParameter, paged, paging } from '../paged.ts';
import { badRequest, notFound, PlatformError } from '../platform-error.ts';
import { meExpands, meView, userExpands, userView } from '../views/user-view.ts';

const integrationPresenceSource = z
  .enum(['MicrosoftTeams', 'ZoomPhone', 'EightByEight', 'RingCentral'])
  .optional();
const state = z.enum(['active', 'inactive', 'deleted', 'any']).default('active');

const listQuery = paging.extend({
  id: listParameter,
  jabberId: listParameter,
  expand: listOf(userExpands),
  integrationPresenceSource,
  state,
  sortOrder: z.enum(['ascending', 'descending', 'ASC', 'DESC']).default('ascending'),
});
const oneQuery = z.object({ expand: listOf(userExpands), integrationPresenceSource, state });
const meQuery = z.object({ expand: listOf(meExpands), integrationPresenceSource });

const { compare } = new Intl.Collator('en');

/** `GET /users`, `GET /users/me` and `GET /users/{id}`. Every user of the sandbox is active, with no integration's presence. */
export function userRoutes({ app, sandbox, orgOf, callerOf }: Api): void {
  app.get(
    '/api/v2/users',
    {
      config: {
        source: 'SDK 262',
        unverified:
          'more than 100 a page are refused (some readings allow 500); unknown names in expand are refused',
      },
    },
    (request) => {
      const query = checkedQuery(listQuery, request.query);
      const org = orgOf(request);
      if (query.id.length > 100) {
        throw new PlatformError(400, 'max.user.ids', 'Only 100 user ids can be requested at a time.');
      }
      if (query.jabberId.length > 0 && query.id.length > 0)
        throw badRequest('jabberId cannot be used with the id parameter.');
      const shown = query.jabberId.length === 0 && (query.state === 'active' || query.state === 'any');
      const wanted = query.id.length === 0 ? [...org.agents.keys()] : [...new Set(query.id)];
      const agents = wanted
        .flatMap((id) => (shown ? (org.agents.get(id) ?? []) : []))
        .sort((a, b) => compare(a.name, b.name));
      if (query.sortOrder === 'descending' || query.sortOrder === 'DESC') agents.reverse();
      const page = paged(agents, query, request.url);
      return { ...page, entities: page.entities.map((agent) => userView(org, agent, query.expand)) };
    },
  );

  app.get(
    '/api/v2/users/me',
    { config: { source: 'SDK 262', unverified: 'status and code of the refusal to client credentials' } },
    (request) => {
      const { expand } = checkedQuery(meQuery, request.query);
      const { org, agent } = callerOf(request);
      // Documented as not valid with the client-credentials grant; unverified: the status and code.
      if (agent === undefined) {
        throw badRequest(
          'This request requires a user context. Client credentials cannot be used for requests to this resource.',
        );
      }
      return meView(org, agent, expand, sandbox.now());
    },
  );

  app.get<{ Params: { userId: string } }>(
    '/api/v2/users/:userId',
    { config: { source: 'SDK 262' } },
    (request) => {
      const query = checkedQuery(oneQuery, request.query);
      const org = orgOf(request);
      const agent = org.agents.get(request.params.userId);
      const shown = query.state === 'active' || query.state === 'any';
      if (agent === undefined || !shown) throw notFound('user');
      return userView(org, agent, query.expand);
    },
  );
}
