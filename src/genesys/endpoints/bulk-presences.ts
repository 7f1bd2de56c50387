import { z } from 'zod';
import { inChunks } from '../in-chunks.ts';
import type { PlatformCall } from '../platform-call.ts';
import { type PresenceOfUser, presenceOfUser } from '../wire/presence.ts';

/** Each is read by itself, so that one bad record never costs the others. */
const answer = z
  .array(presenceOfUser.nullable().catch(null))
  .transform((presences) => presences.filter((presence) => presence !== null));

/** The presences of these users, malformed ones left out. `GET /users/presences/purecloud/bulk`, 50 ids a call, a bare array (SDK 262). */
export async function bulkPresences(call: PlatformCall, ids: readonly string[]): Promise<PresenceOfUser[]> {
  const presences: PresenceOfUser[] = [];
  for (const chunk of inChunks(ids, 50)) {
    const { body } = await call({
      method: 'GET',
      path: '/api/v2/users/presences/purecloud/bulk',
      query: { id: chunk.join(',') },
      answer,
      priority: 'ask',
      idempotent: true,
    });
    presences.push(...body);
  }
  return presences;
}
