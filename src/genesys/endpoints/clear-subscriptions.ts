import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';

/** Takes every topic off a channel. `DELETE …/subscriptions`, no permission (SDK 262). Throws `genesys.not-found` when the channel is gone. */
export async function clearSubscriptions(call: PlatformCall, channelId: string): Promise<void> {
  await call({
    method: 'DELETE',
    path: '/api/v2/notifications/channels/{channelId}/subscriptions',
    ids: { channelId },
    answer: z.unknown(),
    priority: 'ask',
    idempotent: true,
  });
}
