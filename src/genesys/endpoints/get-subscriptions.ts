import type { PlatformCall } from '../platform-call.ts';
import { subscriptions } from '../wire/notification-channel.ts';

/**
 * The topics a channel is subscribed to, as the platform lists them. `GET …/subscriptions` (SDK 262). Throws
 * `genesys.not-found` when the channel is gone.
 */
export async function getSubscriptions(call: PlatformCall, channelId: string): Promise<string[]> {
  const { body } = await call({
    method: 'GET',
    path: '/api/v2/notifications/channels/{channelId}/subscriptions',
    ids: { channelId },
    answer: subscriptions,
    priority: 'ask',
    idempotent: true,
    timeoutMs: 10_000,
  });
  return body.entities.map(({ id }) => id);
}
