import type { SilenceableSocket } from '../faults/silenceable-socket.ts';
import { type Channel, type ChannelOwner, isOwn } from './channel.ts';
import { goneFrame, metadataFrame } from './system-frames.ts';
import type { TopicIndex } from './topic-index.ts';

export interface Channels {
  /** A new channel of that owner; the 21st costs them the least recently used one, unconnected ones first. */
  create(owner: ChannelOwner): Channel;
  /** The channel, unless it is unknown or over. */
  get(id: string): Channel | undefined;
  /** Oldest first. */
  all(): Channel[];
  /** Replaces the channel's topics, which also renews its 24 hours. */
  subscribe(channel: Channel, topics: readonly string[]): void;
  /** Takes over the channel's one socket. */
  connect(channel: Channel, socket: SilenceableSocket): void;
  /** Deletes the channel and tells its socket why. */
  end(channel: Channel, why: 'no_longer_subscribed' | 'token_revoked'): void;
  /** To be called when the timers given with `later` were called off. */
  watchExpiry(): void;
  close(): void;
}

const channelLife = 24 * 3600 * 1000;
const channelsPerOwner = 20;

interface Needs {
  readonly index: TopicIndex;
  readonly now: () => number;
  readonly later: (ms: number, run: () => void) => void;
  readonly newId: () => string;
  readonly heartbeatMs: number;
}

/** The notification service's channels, in memory, one WebSocket each. */
export function createChannels({ index, now, later, newId, heartbeatMs }: Needs): Channels {
  const channels = new Map<string, Channel>();
  let watching = false;

  const remove = (channel: Channel, why: string): void => {
    channels.delete(channel.id);
    index.remove(channel);
    channel.socket?.close(1001, why);
  };
  const end: Channels['end'] = (channel, why) => {
    channel.socket?.send(goneFrame(channel, why, newId()));
    remove(channel, why);
  };
  // unverified: what a socket is closed with when its channel is over.
  const removeExpired = (): void => {
    for (const channel of channels.values())
      if (channel.expiresAt <= now()) remove(channel, 'channel expired');
  };
  const watchExpiry = (): void => {
    watching = channels.size > 0;
    if (!watching) return;
    const next = Math.min(...[...channels.values()].map(({ expiresAt }) => expiresAt));
    later(Math.max(0, next - now()), () => {
      removeExpired();
      watchExpiry();
    });
  };
  const heartbeat = setInterval(() => {
    const frame = metadataFrame('WebSocket Heartbeat');
    for (const { socket } of channels.values()) socket?.send(frame);
  }, heartbeatMs);
  heartbeat.unref();

  return {
    end,
    watchExpiry,
    all: () => [...channels.values()],
    get(id) {
      const channel = channels.get(id);
      return channel !== undefined && channel.expiresAt > now() ? channel : undefined;
    },
    create(owner) {
      removeExpired();
      const own = [...channels.values()].filter((channel) => isOwn(channel, owner));
      if (own.length >= channelsPerOwner) {
        const [oldest] = own.sort(
          (a, b) => Number(a.socket !== null) - Number(b.socket !== null) || a.lastUsedAt - b.lastUsedAt,
        );
        if (oldest !== undefined) end(oldest, 'no_longer_subscribed');
      }
      const channel: Channel = {
        id: channelId(newId()),
        owner,
        expiresAt: now() + channelLife,
        lastUsedAt: now(),
        topics: [],
        socket: null,
      };
      channels.set(channel.id, channel);
      if (!watching) watchExpiry();
      return channel;
    },
    subscribe(channel, topics) {
      channel.topics = topics;
      channel.lastUsedAt = now();
      channel.expiresAt = now() + channelLife;
      index.put(channel);
    },
    connect(channel, socket) {
      // unverified: the platform allows one socket a channel; what it closes the older one with is not published.
      channel.socket?.close(1001, 'replaced by a newer connection');
      channel.socket = socket;
      channel.lastUsedAt = now();
      socket.on('error', () => socket.terminate());
      socket.on('close', () => {
        if (channel.socket === socket) channel.socket = null;
      });
    },
    close() {
      clearInterval(heartbeat);
      for (const { socket } of channels.values()) socket?.terminate();
      channels.clear();
    },
  };
}

/** `streaming-0-` and 26 characters of base 32, as in recorded answers. `id` is a UUID. */
function channelId(id: string): string {
  return `streaming-0-${BigInt(`0x${id.replaceAll('-', '')}`)
    .toString(32)
    .padStart(26, '0')}`;
}
