import type { PlatformCall } from '../platform-call.ts';
import { type User, user } from '../wire/user.ts';

/** Whose token it is. `GET /users/me`, no permission, a person's token only (SDK 262). */
export async function ownUser(call: PlatformCall): Promise<User> {
  const { body } = await call({
    method: 'GET',
    path: '/api/v2/users/me',
    answer: user,
    priority: 'send',
    idempotent: true,
    timeoutMs: 8_000,
  });
  return body;
}
