import type { Logger } from 'pino';
import { putSubscriptions } from './endpoints/put-subscriptions.ts';
import type { PlatformCall } from './platform-call.ts';

export interface ChannelSubscriptions {
  /** The topics from now on (at most 1,000); they are on no channel before the next `put`. */
  change(topics: readonly string[]): void;
  /** Puts the topics on the channel and renews it. Throws what the platform call throws. */
  put(channelId: string): Promise<void>;
  /** Whether the last `put` brought just these topics to this channel. */
  areOn(channelId: string): boolean;
}

/** What one notification channel is subscribed to; topics the platform rejects are logged and left out. */
export function createChannelSubscriptions(parts: {
  call: PlatformCall;
  log: Logger;
  topics: readonly string[];
}): ChannelSubscriptions {
  const { call, log } = parts;
  let topics = parts.topics;
  let last: { readonly channelId: string; readonly topics: readonly string[] } | null = null;
  let turn: Promise<void> = Promise.resolve();

  async function putNow(channelId: string): Promise<void> {
    const now = topics;
    const rejected = await putSubscriptions(call, channelId, now);
    last = { channelId, topics: now };
    if (rejected.length > 0)
      log.warn(
        {
          code: 'genesys.permission-missing',
          rejected: rejected.length,
          first: rejected[0]?.topic,
          permissions: [...new Set(rejected.flatMap(({ missingPermissions }) => missingPermissions))],
        },
        'the platform rejected notification topics',
      );
  }

  return {
    change(next) {
      topics = next;
    },
    put(channelId) {
      // One after the other, so that an older list never replaces a newer one.
      const put = turn.then(() => putNow(channelId));
      turn = put.catch(() => {});
      return put;
    },
    areOn: (channelId) => last !== null && last.channelId === channelId && last.topics === topics,
  };
}
