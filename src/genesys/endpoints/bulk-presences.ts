import { z } from 'zod';
import { inChunks } from '../in-chunks.ts';
import type { PlatformCall } from '../platform-call.ts';
import { type PresenceOfUser, presenceOfUser } from '../wire/presence.ts';

const answer = z.array(presenceOfUser);

/** The presences of these users. `GET /users/presences/purecloud/bulk`, 50 ids a call, a bare array (SDK 262). */
export async function bulkPresences(call: PlatformCall, ids: readonly string[]): Promise<PresenceOfUser[]> {
  const presences: PresenceOfUser[] = [];
  for (const chunk of inChunks(ids, 50)) {
    const { body } = await call({
      method: 'GET',
      path: '/api/v2/users/presences/purecloud/bulk',
      query: { id: chunk.join(',') },
      answer,
      priority: 'truth',
      idempotent: true,
    });
    presences.push(...body);
  }
  return presences;
}
