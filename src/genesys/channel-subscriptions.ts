import type { Logger } from 'pino';
import { getSubscriptions } from './endpoints/get-subscriptions.ts';
import { putSubscriptions } from './endpoints/put-subscriptions.ts';
import type { PlatformCall } from './platform-call.ts';
import { singleTopics } from './single-topics.ts';

export interface ChannelSubscriptions {
  /** The topics from now on (at most 1,000); they are on no channel before the next `put`. */
  change(topics: readonly string[]): void;
  topics(): readonly string[];
  /** Puts the topics on the channel and renews it. Throws what the platform call throws. */
  put(channelId: string): Promise<void>;
  /** Whether the last `put` brought just these topics to this channel. */
  areOn(channelId: string): boolean;
  /**
   * How many of the topics last put the platform does not list for this channel any more. Throws what the platform call
   * throws, `genesys.not-found` when the channel is gone.
   */
  countMissing(channelId: string): Promise<number>;
}

interface LastPut {
  readonly channelId: string;
  readonly topics: readonly string[];
  /** Those the platform accepted, each by itself. */
  readonly single: ReadonlySet<string>;
}

/** What one notification channel is subscribed to; topics the platform rejects are logged and left out. */
export function createChannelSubscriptions(parts: {
  call: PlatformCall;
  log: Logger;
  topics: readonly string[];
}): ChannelSubscriptions {
  const { call, log } = parts;
  let topics = parts.topics;
  let last: LastPut | null = null;
  let turn: Promise<void> = Promise.resolve();
  /** Missing at the last check, and what had been put then. */
  let missed: { readonly topics: ReadonlySet<string>; readonly put: LastPut | null } = {
    topics: new Set(),
    put: null,
  };
  /** Put again and still not listed: how the platform writes them in its list is not how we do, so that tells nothing. */
  const neverListed = new Set<string>();

  async function putNow(channelId: string): Promise<void> {
    const now = topics;
    const rejected = await putSubscriptions(call, channelId, now);
    const refused = new Set(rejected.map(({ topic }) => topic));
    const single = new Set(now.filter((topic) => !refused.has(topic)).flatMap(singleTopics));
    if (last?.channelId !== channelId) neverListed.clear();
    last = { channelId, topics: now, single };
    if (rejected.length > 0)
      log.warn(
        {
          code: 'genesys.notifications.topics-rejected',
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
    topics: () => topics,
    put(channelId) {
      // One after the other, so that an older list never replaces a newer one.
      const put = turn.then(() => putNow(channelId));
      turn = put.catch(() => {});
      return put;
    },
    areOn: (channelId) => last !== null && last.channelId === channelId && last.topics === topics,
    async countMissing(channelId) {
      const asked = last;
      const listed = new Set((await getSubscriptions(call, channelId)).flatMap(singleTopics));
      // Put meanwhile: the list may be of before or after.
      if (asked === null || asked !== last || asked.channelId !== channelId) return 0;
      const missing = [...asked.single].filter((topic) => !listed.has(topic) && !neverListed.has(topic));
      if (missed.put !== asked)
        for (const topic of missing) if (missed.topics.has(topic)) neverListed.add(topic);
      missed = { topics: new Set(missing), put: asked };
      return missing.filter((topic) => !neverListed.has(topic)).length;
    },
  };
}
