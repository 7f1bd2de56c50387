import type { Channel } from './channel.ts';

export interface TopicIndex {
  /** The channels to be told of a single topic. */
  of(topic: string): ReadonlySet<Channel> | undefined;
  /** The single topics the channel is told of. */
  topicsOf(channel: Channel): ReadonlySet<string>;
  /** Replaces what the channel is told of: the single topics its `topics` stand for. */
  put(channel: Channel): void;
  /** Stops telling the channel of the topics that fit; gives how many those are. */
  drop(channel: Channel, fits: (topic: string) => boolean): number;
  remove(channel: Channel): void;
}

/** Who is told of what, found by topic, so that an event costs only as much as it has listeners. */
export function createTopicIndex(): TopicIndex {
  const channels = new Map<string, Set<Channel>>();
  const topics = new Map<Channel, Set<string>>();

  function drop(channel: Channel, fits: (topic: string) => boolean): number {
    const told = topics.get(channel) ?? new Set();
    const dropped = [...told].filter(fits);
    for (const topic of dropped) {
      told.delete(topic);
      const listening = channels.get(topic);
      listening?.delete(channel);
      if (listening?.size === 0) channels.delete(topic);
    }
    return dropped.length;
  }

  return {
    of: (topic) => channels.get(topic),
    topicsOf: (channel) => topics.get(channel) ?? new Set(),
    put(channel) {
      drop(channel, () => true);
      const told = new Set(channel.topics.flatMap(singleTopics));
      topics.set(channel, told);
      for (const topic of told) {
        const listening = channels.get(topic);
        if (listening === undefined) channels.set(topic, new Set([channel]));
        else listening.add(channel);
      }
    },
    drop,
    remove(channel) {
      drop(channel, () => true);
      topics.delete(channel);
    },
  };
}

/** `v2.users.1?presence&activity` stands for two topics. unverified: events carry the single form. */
export function singleTopics(topic: string): string[] {
  const [stem, suffixes] = topic.split('?');
  return suffixes === undefined ? [topic] : suffixes.split('&').map((suffix) => `${stem}.${suffix}`);
}
