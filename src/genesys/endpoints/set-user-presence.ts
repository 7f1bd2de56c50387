import type { PlatformCall } from '../platform-call.ts';
import { type Presence, presence } from '../wire/presence.ts';
import { presenceChangeRequest } from '../wire/presence-change.ts';

/**
 * Sets a user's presence and gives it as the platform has it then. `PATCH /users/{userId}/presences/purecloud` (SDK 262, which names no
 * permission; reported since July 2025: `presence:userPresence:edit` for anybody else's, *unverified*).
 */
export async function setUserPresence(
  call: PlatformCall,
  userId: string,
  definitionId: string,
): Promise<Presence> {
  const { body } = await call({
    method: 'PATCH',
    path: '/api/v2/users/{userId}/presences/purecloud',
    ids: { userId },
    body: presenceChangeRequest(definitionId),
    answer: presence,
    priority: 'ask',
    idempotent: true,
    // A person waits for it.
    timeoutMs: 4_000,
  });
  return body;
}
