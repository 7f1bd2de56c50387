import type { PlatformCall } from '../platform-call.ts';
import { subscriptions } from '../wire/notification-channel.ts';
import { topicList } from '../wire/topic-list.ts';

export interface RejectedTopic {
  readonly topic: string;
  readonly reason: string | null;
  readonly missingPermissions: readonly string[];
}

/**
 * Replaces the topics of a channel (at most 1,000) and renews it; gives back those the platform rejected.
 * `PUT …/subscriptions?ignoreErrors=true` with a bare array (SDK 262): without the flag one topic we may not have
 * rejects them all. Throws `genesys.not-found` when the channel is gone.
 */
export async function putSubscriptions(
  call: PlatformCall,
  channelId: string,
  topics: readonly string[],
): Promise<RejectedTopic[]> {
  const { body } = await call({
    method: 'PUT',
    path: '/api/v2/notifications/channels/{channelId}/subscriptions',
    ids: { channelId },
    query: { ignoreErrors: true },
    body: topicList(topics),
    answer: subscriptions,
    priority: 'ask',
    idempotent: true,
    timeoutMs: 10_000,
  });
  return body.entities
    .filter(({ state }) => state === 'Rejected')
    .map(({ id, rejectionReason, missingPermissions }) => ({
      topic: id,
      reason: rejectionReason ?? null,
      missingPermissions: missingPermissions ?? [],
    }));
}
