import { z } from 'zod';
import type { Agent, Org } from '../../org.ts';
import type { Api } from '../api.ts';
import { checked } from '../checked.ts';
import { listParameter, paged, paging } from '../paged.ts';
import { badRequest, notFound, PlatformError } from '../platform-error.ts';
import { userView } from '../views/user-view.ts';

const listQuery = paging.extend({
  id: listParameter,
  expand: listParameter,
  state: z.enum(['active', 'inactive', 'deleted', 'any']).default('active'),
  sortOrder: z.enum(['ascending', 'descending']).default('ascending'),
});

const searchable = ['id', 'name', 'email', 'username', 'title'] as const;
const searchBody = z.object({
  pageSize: z.int().min(1).max(100).default(25),
  pageNumber: z.int().min(1).default(1),
  sortBy: z.string().optional(),
  sortOrder: z.enum(['ASC', 'DESC', 'SCORE']).default('ASC'),
  expand: z.array(z.string()).default([]),
  query: z
    .array(
      z.object({
        type: z.enum(['EXACT', 'STARTS_WITH', 'CONTAINS', 'TERM', 'TERMS', 'MATCH_ALL']),
        fields: z.array(z.enum(searchable)).default([]),
        value: z.string().optional(),
        values: z.array(z.string()).default([]),
        operator: z.enum(['AND', 'OR', 'NOT']).default('AND'),
      }),
    )
    .min(1),
});
type Criterion = z.output<typeof searchBody>['query'][number];

/** `GET /users`, `GET /users/{id}` and `POST /users/search`. */
export function userRoutes({ app, orgOf }: Api): void {
  app.get(
    '/api/v2/users',
    {
      config: { source: 'SDK 262', unverified: 'more than 100 a page are refused; some readings allow 500' },
    },
    (request) => {
      const query = checked(listQuery, request.query);
      const org = orgOf(request);
      if (query.id.length > 100) {
        throw new PlatformError(400, 'max.user.ids', 'Only 100 user ids can be requested at a time.');
      }
      const wanted = query.id.length === 0 ? [...org.agents.keys()] : query.id;
      const active = query.state === 'active' || query.state === 'any';
      const agents = wanted
        .flatMap((id) => (active ? (org.agents.get(id) ?? []) : []))
        .sort((a, b) => a.name.localeCompare(b.name));
      if (query.sortOrder === 'descending') agents.reverse();
      return paged(
        agents.map((agent) => userView(org, agent, query.expand)),
        query,
        '/api/v2/users',
      );
    },
  );

  // Documented as not valid with the client-credentials grant; unverified: the status and code.
  app.get(
    '/api/v2/users/me',
    { config: { source: 'SDK 262', unverified: 'status and code of the refusal to client credentials' } },
    () => {
      throw badRequest(
        'This request requires a user context. Client credentials cannot be used for requests to this resource.',
      );
    },
  );

  app.get<{ Params: { userId: string } }>(
    '/api/v2/users/:userId',
    { config: { source: 'SDK 262' } },
    (request) => {
      const { expand } = checked(z.object({ expand: listParameter }), request.query);
      const org = orgOf(request);
      const agent = org.agents.get(request.params.userId);
      if (agent === undefined) throw notFound('user');
      return userView(org, agent, expand);
    },
  );

  app.post(
    '/api/v2/users/search',
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['directory:user:view'] },
        unverified: 'results absent when nothing matched',
      },
    },
    (request) => {
      const { pageSize, pageNumber, sortOrder, expand, query } = checked(searchBody, request.body);
      const org = orgOf(request);
      const found = search(org, query);
      if (sortOrder === 'DESC') found.reverse();
      const page = found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
      return {
        total: found.length,
        pageCount: Math.ceil(found.length / pageSize),
        pageSize,
        pageNumber,
        types: ['users'],
        // unverified: absent when nothing matched.
        ...(page.length > 0 && { results: page.map((agent) => userView(org, agent, expand)) }),
      };
    },
  );
}

function search(org: Org, criteria: readonly Criterion[]): Agent[] {
  const required = criteria.filter(({ operator }) => operator === 'AND');
  const optional = criteria.filter(({ operator }) => operator === 'OR');
  return [...org.agents.values()]
    .filter(
      (agent) =>
        required.every((each) => matches(agent, each)) &&
        (optional.length === 0 || optional.some((each) => matches(agent, each))) &&
        !criteria.some((each) => each.operator === 'NOT' && matches(agent, each)),
    )
    .sort((a, b) => a.name.localeCompare(b.name));
}

function matches(agent: Agent, { type, fields, value, values }: Criterion): boolean {
  if (type === 'MATCH_ALL') return true;
  const sought = [...(value === undefined ? [] : [value]), ...values].map((each) => each.toLowerCase());
  const texts = fields.map((field) => (field === 'username' ? agent.email : agent[field]).toLowerCase());
  return texts.some((text) =>
    sought.some((each) => {
      if (type === 'EXACT') return text === each;
      if (type === 'STARTS_WITH') return text.startsWith(each);
      if (type === 'CONTAINS') return text.includes(each);
      return text.split(/[^\p{L}\p{N}]+/u).includes(each);
    }),
  );
}
