import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';

/**
 * Ends a message conversation for everybody on it; one that is over stays as it is. `PATCH /conversations/messages/{id}`
 * `{state: "disconnected"}`, permission `conversation:communication:disconnect` (SDK 262; that it ends all legs is *unverified*).
 */
export async function disconnectConversation(call: PlatformCall, conversationId: string): Promise<void> {
  await call({
    method: 'PATCH',
    path: '/api/v2/conversations/messages/{conversationId}',
    ids: { conversationId },
    body: { state: 'disconnected' },
    answer: z.unknown(),
    priority: 'ask',
    idempotent: true,
  });
}
