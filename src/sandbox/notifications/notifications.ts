import type { Faults } from '../faults/armed-faults.ts';
import type { SilenceableSocket } from '../faults/silenceable-socket.ts';
import type { AccessTokens } from '../platform/access-tokens.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Channel, ChannelOwner } from './channel.ts';
import { createChannelFaults } from './channel-faults.ts';
import { type Channels, createChannels } from './channels.ts';
import { createEventDelivery } from './event-delivery.ts';
import { answerChannel } from './serve-channel.ts';
import { createTopicIndex } from './topic-index.ts';
import { judgeTopic, type Subscriber } from './topics.ts';

/** The platform's limit; a combined topic counts once (unverified). */
export const topicsPerChannel = 1000;

export interface Notifications {
  readonly channels: Pick<Channels, 'create' | 'get' | 'all'>;
  /** Replaces the channel's topics, at most 1,000, which renews it. */
  subscribe(channel: Channel, topics: readonly string[]): void;
  /** The HTTP status to refuse this channel's handshake with, if any. */
  refusal(channel: Channel): number | undefined;
  /** Takes over the channel's socket and speaks the protocol on it. */
  serve(channel: Channel, socket: SilenceableSocket): void;
  /** Sends one event to every channel subscribed to the topic. */
  publish(topic: string, eventBody: unknown): void;
  close(): void;
}

interface Needs extends Pick<Sandbox, 'world' | 'now' | 'later' | 'newId' | 'live' | 'settings' | 'frames'> {
  readonly faults: Faults;
  readonly tokens: Pick<AccessTokens, 'onRevoked'>;
}

/** The notification service: channels, their sockets and what they are told, faults included. */
export function createNotifications(needs: Needs): Notifications {
  const { world, now, later, newId, live, settings, frames, faults, tokens } = needs;
  const index = createTopicIndex();
  const channels = createChannels({ index, now, later, newId, heartbeatMs: settings.heartbeatMs });
  const channelFaults = createChannelFaults({ faults, channels, index, later, newId });
  const delays = settings.notificationDelayMs;
  const sent = (topic: string, text: string, sockets: number): void =>
    frames.add((seq) => ({ seq, at: now(), topic, sockets, text }));
  const publish = createEventDelivery({ index, faults, later, newId, delays, sent });

  // A reset calls off every timer, the channels' end among them; the channels themselves live on.
  live.on('reset', channels.watchExpiry);
  tokens.onRevoked((revoked) => {
    for (const channel of channels.all())
      if (revoked.has(channel.owner.token)) channels.end(channel, 'token_revoked');
  });

  function subscribe(channel: Channel, topics: readonly string[]): void {
    channels.subscribe(channel, topics);
    channelFaults.subscribed(channel);
  }

  function subscriberOf({ orgId, clientId, agentId }: ChannelOwner): Subscriber | undefined {
    const org = world.orgs.get(orgId);
    const client = org?.clients.get(clientId);
    if (org === undefined || client === undefined) return undefined;
    return { org, agentId, permissions: agentId === undefined ? client.permissions : org.agentPermissions };
  }

  return {
    channels,
    subscribe,
    publish,
    refusal: channelFaults.refusal,
    serve(channel, socket) {
      socket.on('message', (data) => {
        const answer = answerChannel(data, {
          channel,
          judge(topics) {
            const subscriber = channels.get(channel.id) && subscriberOf(channel.owner);
            return subscriber && topics.map((topic) => judgeTopic(subscriber, topic));
          },
          add(topics) {
            const all = [...new Set([...channel.topics, ...topics])];
            if (all.length > topicsPerChannel) return false;
            subscribe(channel, all);
            return true;
          },
        });
        if (answer !== undefined) socket.send(answer);
      });
      channels.connect(channel, socket);
      channelFaults.connected(channel);
    },
    close: channels.close,
  };
}
