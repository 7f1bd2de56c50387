import { z } from 'zod';
import type { Org } from '../../world/org.ts';
import type { Api } from '../api.ts';
import { checked, checkedQuery } from '../checked.ts';
import { badRequest } from '../platform-error.ts';
import { findUsers } from '../users/find-users.ts';
import { type UserSearch, userSearch } from '../users/user-search.ts';
import { userView } from '../views/user-view.ts';

const searchQuery = z.object({ q64: z.string().min(1).max(10_000) });
const permissions = { all: ['directory:user:view'] } as const;
const unverified = 'results absent when nothing matched; that the pages are named by q64; the query language';

/** `POST /users/search`, and the same by `GET` with the body in base64, as the pages of an answer are named. */
export function userSearchRoutes({ app, orgOf }: Api): void {
  app.post('/api/v2/users/search', { config: { source: 'SDK 262', permissions, unverified } }, (request) =>
    answer(orgOf(request), checked(userSearch, request.body)),
  );

  app.get('/api/v2/users/search', { config: { source: 'SDK 262', permissions, unverified } }, (request) => {
    const { q64 } = checkedQuery(searchQuery, request.query);
    return answer(orgOf(request), checked(userSearch, decoded(q64)));
  });
}

/** UsersSearchResponse: `results` and no `entities`. unverified: absent when nothing matched. */
function answer(org: Org, search: UserSearch) {
  const found = findUsers(org, search);
  const { pageSize, pageNumber, expand } = search;
  const pageCount = Math.ceil(found.length / pageSize);
  const page = found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  const uri = (number: number): string =>
    `/api/v2/users/search?q64=${encoded({ ...search, pageNumber: number })}`;
  return {
    total: found.length,
    pageCount,
    pageSize,
    pageNumber,
    ...(pageNumber > 1 && { previousPage: uri(pageNumber - 1) }),
    currentPage: uri(pageNumber),
    ...(pageNumber < pageCount && { nextPage: uri(pageNumber + 1) }),
    types: ['users'],
    ...(page.length > 0 && { results: page.map((agent) => userView(org, agent, expand)) }),
  };
}

function encoded(search: UserSearch): string {
  return encodeURIComponent(Buffer.from(JSON.stringify(search)).toString('base64'));
}

function decoded(q64: string): unknown {
  try {
    return JSON.parse(Buffer.from(q64, 'base64').toString());
  } catch {
    throw badRequest('q64 is not a search in base64.');
  }
}
