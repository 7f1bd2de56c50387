import type { WebSocket } from 'ws';

/** A notification channel. Times are epoch milliseconds. */
export interface Channel {
  readonly id: string;
  readonly clientId: string;
  expiresAt: number;
  lastUsedAt: number;
  /** As the client wrote them: single (`….presence`) or combined (`…?presence&routingStatus`). */
  topics: readonly string[];
  /** The single topics these stand for. */
  covered: ReadonlySet<string>;
  socket: WebSocket | null;
}

export interface Channels {
  /** A new channel of that client; its 21st silently costs it the least recently used one, unconnected ones first. */
  create(clientId: string): Channel;
  /** The channel, unless it is unknown or over. */
  get(id: string): Channel | undefined;
  ofClient(clientId: string): Channel[];
  /** Replaces the channel's topics, which also renews its 24 hours. */
  subscribe(channel: Channel, topics: readonly string[]): void;
  /** Takes over the channel's one socket. */
  connect(channel: Channel, socket: WebSocket): void;
  publish(topic: string, eventBody: unknown): void;
  close(): void;
}

const channelLife = 24 * 3600 * 1000;
const channelsPerClient = 20;

interface Needs {
  readonly now: () => number;
  readonly newId: () => string;
  readonly heartbeatMs: number;
}

/** The notification service: channels in memory, one WebSocket each. */
export function createChannels({ now, newId, heartbeatMs }: Needs): Channels {
  const channels = new Map<string, Channel>();
  const remove = (channel: Channel): void => {
    channels.delete(channel.id);
    channel.socket?.close(1001, 'channel deleted');
  };
  const ofClient = (clientId: string): Channel[] => {
    for (const channel of channels.values()) if (channel.expiresAt <= now()) remove(channel);
    return [...channels.values()].filter((channel) => channel.clientId === clientId);
  };
  const get = (id: string): Channel | undefined => {
    const channel = channels.get(id);
    return channel !== undefined && channel.expiresAt > now() ? channel : undefined;
  };
  const heartbeat = setInterval(() => {
    for (const { socket } of channels.values()) tell(socket, 'WebSocket Heartbeat');
  }, heartbeatMs);
  heartbeat.unref();

  return {
    get,
    ofClient,
    create(clientId) {
      const own = ofClient(clientId);
      if (own.length >= channelsPerClient) {
        const [oldest] = own.sort(
          (a, b) => Number(a.socket !== null) - Number(b.socket !== null) || a.lastUsedAt - b.lastUsedAt,
        );
        if (oldest !== undefined) remove(oldest);
      }
      const channel: Channel = {
        id: `streaming-0-${newId().replaceAll('-', '').slice(0, 26)}`,
        clientId,
        expiresAt: now() + channelLife,
        lastUsedAt: now(),
        topics: [],
        covered: new Set(),
        socket: null,
      };
      channels.set(channel.id, channel);
      return channel;
    },
    subscribe(channel, topics) {
      channel.topics = topics;
      channel.covered = new Set(topics.flatMap(singleTopics));
      channel.lastUsedAt = now();
      channel.expiresAt = now() + channelLife;
    },
    connect(channel, socket) {
      // unverified: the platform allows one socket a channel; what it closes the older one with is not published.
      channel.socket?.close(1001, 'replaced by a newer connection');
      channel.socket = socket;
      channel.lastUsedAt = now();
      socket.on('message', (data) => {
        if (isPing(data.toString())) tell(socket, 'pong');
      });
      socket.on('error', () => socket.terminate());
      socket.on('close', () => {
        if (channel.socket === socket) channel.socket = null;
      });
    },
    publish(topic, eventBody) {
      const frame = JSON.stringify({
        topicName: topic,
        version: '2',
        eventBody,
        metadata: { CorrelationId: newId() },
      });
      for (const { socket, covered } of channels.values()) if (covered.has(topic)) socket?.send(frame);
    },
    close() {
      clearInterval(heartbeat);
      for (const { socket } of channels.values()) socket?.terminate();
      channels.clear();
    },
  };
}

/** `v2.users.1?presence&activity` stands for two topics. unverified: events carry the single form. */
function singleTopics(topic: string): string[] {
  const [stem, suffixes] = topic.split('?');
  return suffixes === undefined ? [topic] : suffixes.split('&').map((suffix) => `${stem}.${suffix}`);
}

function tell(socket: WebSocket | null, message: string): void {
  socket?.send(JSON.stringify({ topicName: 'channel.metadata', eventBody: { message } }));
}

function isPing(text: string): boolean {
  try {
    const frame: unknown = JSON.parse(text);
    return typeof frame === 'object' && frame !== null && 'message' in frame && frame.message === 'ping';
  } catch {
    return false;
  }
}
