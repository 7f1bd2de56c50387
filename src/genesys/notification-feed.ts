import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { type ChannelTimings, defaultTimings } from './channel-timings.ts';
import { inChunks } from './in-chunks.ts';
import { createNotificationChannel, type NotificationChannel } from './notification-channel.ts';
import type { PlatformCall } from './platform-call.ts';

/** Who wants to know: every listener gets every event and leaves out the topics that are not its own. */
export interface NotificationListener {
  /** At once when the frame came; must be quick. A throw is logged and costs only that event. */
  onEvent(topic: string, body: unknown): void;
  /**
   * After every connection of a channel: what events of these topics tell must be read again. `seamless`: only to be sure, for the
   * former connection held until this one was there.
   */
  onGap(topics: readonly string[], seamless: boolean): void;
}

export interface NotificationFeed {
  listen(listener: NotificationListener): void;
  /** Adds topics; those known already count once. May be called before and after `start`. */
  addTopics(topics: readonly string[]): void;
  start(): void;
  stop(): void;
  status(): NotificationFeedStatus;
  /** Whether the channel that carries this topic has an open, answering socket. */
  isLive(topic: string): boolean;
  /** Events of this topic were found not to come although its channel seems well. */
  doubt(topic: string): void;
}

interface NotificationFeedStatus {
  /** `live` when every channel has an open, answering socket. */
  readonly state: 'live' | 'stale';
  /** Since the last frame of the quietest channel; 0 before there is one. */
  readonly ageMs: number;
  /** Where the sockets are, as the platform named it: in the region the organisation is in. */
  readonly uris: readonly string[];
}

/** The platform's limit of topics a channel. */
const topicsPerChannel = 1_000;

export interface NotificationFeedParts {
  readonly call: PlatformCall;
  readonly clock: Clock;
  readonly log: Logger;
  readonly timings?: Partial<ChannelTimings>;
  readonly chance?: () => number;
}

/** Of the 20 the platform keeps for a client, two are left for the successors of those that end. */
const mostChannels = 18;

/** All notifications of the product, over as many channels as the topics need. */
export function createNotificationFeed(parts: NotificationFeedParts): NotificationFeed {
  const { call, clock, log, chance = Math.random } = parts;
  const timings = { ...defaultTimings, ...parts.timings };
  /** Each with its place in line, which tells its channel. */
  const topics = new Map<string, number>();
  const listeners: NotificationListener[] = [];
  const channels: NotificationChannel[] = [];
  let started = false;

  /** One listener's fault must not cost the others the event, nor the socket. */
  function tellAll(tell: (listener: NotificationListener) => void): void {
    for (const listener of listeners) {
      try {
        tell(listener);
      } catch (error) {
        log.error({ err: error }, 'a notification could not be taken in');
      }
    }
  }

  function channelOf(topic: string): NotificationChannel | undefined {
    const place = topics.get(topic);
    return place === undefined ? undefined : channels[Math.floor(place / topicsPerChannel)];
  }

  /** Topics keep their channel, so an addition touches only the last one and those after it. */
  function spread(from: number): void {
    for (const [index, shard] of inChunks([...topics.keys()], topicsPerChannel).entries()) {
      if (index < from) continue;
      if (index >= mostChannels) {
        log.error(
          { code: 'genesys.notifications.too-many-topics', topics: topics.size },
          'some topics are on no channel',
        );
        return;
      }
      const existing = channels[index];
      if (existing !== undefined) {
        existing.setTopics(shard);
        continue;
      }
      const made = createNotificationChannel({
        call,
        topics: shard,
        clock,
        log: log.child({ channel: index }),
        timings,
        chance,
        onEvent: (topic, body) => tellAll((listener) => listener.onEvent(topic, body)),
        onGap: (told, seamless) => tellAll((listener) => listener.onGap(told, seamless)),
      });
      channels.push(made);
      made.start();
    }
  }

  return {
    listen: (listener) => {
      listeners.push(listener);
    },

    addTopics(more) {
      const before = topics.size;
      for (const topic of more) if (!topics.has(topic)) topics.set(topic, topics.size);
      if (started && topics.size > before) spread(Math.floor(before / topicsPerChannel));
    },

    start() {
      if (started) return;
      started = true;
      spread(0);
    },

    stop() {
      started = false;
      for (const channel of channels.splice(0)) channel.stop();
    },

    isLive: (topic) => channelOf(topic)?.status().live ?? false,
    doubt: (topic) => channelOf(topic)?.doubt(),

    status() {
      const each = channels.map((channel) => channel.status());
      const heard = each.flatMap(({ lastFrameAt }) => (lastFrameAt === null ? [] : [lastFrameAt]));
      return {
        state: each.length > 0 && each.every(({ live }) => live) ? 'live' : 'stale',
        ageMs: heard.length === 0 ? 0 : Math.max(0, clock.now() - Math.min(...heard)),
        uris: each.flatMap(({ uri }) => (uri === null ? [] : [uri])),
      };
    },
  };
}
