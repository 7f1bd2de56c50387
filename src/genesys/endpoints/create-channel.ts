import type { PlatformCall } from '../platform-call.ts';
import { type Channel, channel } from '../wire/notification-channel.ts';

/**
 * A new notification channel. `POST /notifications/channels`, no body (SDK 262). A lost answer leaves at worst an
 * unused channel behind, which the platform is the first to drop: it may be repeated.
 */
export async function createChannel(call: PlatformCall): Promise<Channel> {
  const { body } = await call({
    method: 'POST',
    path: '/api/v2/notifications/channels',
    answer: channel,
    priority: 'ask',
    idempotent: true,
    timeoutMs: 10_000,
  });
  return body;
}
