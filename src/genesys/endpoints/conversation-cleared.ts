import { z } from 'zod';
import { ReachbackError } from '../../errors/reachback-error.ts';
import type { PlatformCall } from '../platform-call.ts';

const details = z.object({
  participants: z.array(
    z.object({
      purpose: z.string().nullish(),
      sessions: z.array(z.object({ cleared: z.boolean().nullish() })).nullish(),
    }),
  ),
});

/**
 * Did the customer wipe this conversation from the messenger? `GET /analytics/conversations/{id}/details`, permission
 * `analytics:conversationDetail:view` (SDK 262: `cleared` of a session). What analytics does not have yet, or refuses to tell, counts
 * as no. Throws what the platform call throws otherwise.
 */
export async function conversationCleared(call: PlatformCall, conversationId: string): Promise<boolean> {
  try {
    const { body } = await call({
      method: 'GET',
      path: '/api/v2/analytics/conversations/{conversationId}/details',
      ids: { conversationId },
      answer: details,
      priority: 'ask',
      idempotent: true,
    });
    const sessions = body.participants
      .filter(({ purpose }) => purpose === 'customer')
      .flatMap(({ sessions }) => sessions ?? []);
    return sessions.at(-1)?.cleared === true;
  } catch (cause) {
    if (cause instanceof ReachbackError && cause.retry === 'never') return false;
    throw cause;
  }
}
