import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';
import { type User, user } from '../wire/user.ts';
import { userSearch } from '../wire/user-search.ts';

/** `results`, not `entities`, and possibly absent when nothing matched (*unverified*). */
const answer = z.object({
  results: z
    .array(user)
    .nullish()
    .transform((results) => results ?? []),
});

/** The users with exactly this e-mail. `POST /users/search`, permission `directory:user:view` (SDK 262). */
export async function searchUsersByEmail(call: PlatformCall, email: string): Promise<User[]> {
  const { body } = await call({
    method: 'POST',
    path: '/api/v2/users/search',
    body: userSearch(email),
    answer,
    priority: 'truth',
    idempotent: true,
  });
  return body.results;
}
