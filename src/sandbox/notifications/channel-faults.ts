import type { Faults } from '../faults/armed-faults.ts';
import type { FaultOn } from '../faults/fault.ts';
import { fittingTexts } from '../faults/fitting-texts.ts';
import type { Channel } from './channel.ts';
import type { Channels } from './channels.ts';
import { closingFrame } from './system-frames.ts';
import { singleTopics, type TopicIndex } from './topic-index.ts';

export interface ChannelFaults {
  /** The HTTP status this channel's handshake is to be refused with, if any. */
  refusal(channel: Channel): number | undefined;
  /** The channel's socket has opened. */
  connected(channel: Channel): void;
  /** The channel's topics have changed. */
  subscribed(channel: Channel): void;
}

interface Needs {
  readonly faults: Faults;
  readonly channels: Channels;
  readonly index: TopicIndex;
  readonly later: (ms: number, run: () => void) => void;
  readonly newId: () => string;
}

type ChannelFault = FaultOn<'channel'>;

/**
 * Plays the faults of notification channels: on those they fit when they are armed, then on those that connect (for
 * `drop-subscription`: subscribe) later.
 */
export function createChannelFaults({ faults, channels, index, later, newId }: Needs): ChannelFaults {
  function play(channel: Channel, which: (fault: ChannelFault) => boolean): void {
    const fault = faults.take(
      'channel',
      (each) => which(each) && isMeant(each, channel) && canPlay(each, channel),
    );
    if (fault !== undefined) strike(channel, fault);
  }

  function canPlay(fault: ChannelFault, channel: Channel): boolean {
    if (fault.what === 'refuse') return false;
    if (fault.what === 'evict') return true;
    return fault.what === 'drop-subscription' ? listens(channel, fault.topic) : channel.socket !== null;
  }

  function listens(channel: Channel, pattern: string): boolean {
    return fittingTexts(pattern, [...index.topicsOf(channel)]).length > 0;
  }

  function strike(channel: Channel, fault: ChannelFault): void {
    const { socket } = channel;
    if (fault.what === 'evict') channels.end(channel, 'no_longer_subscribed');
    else if (fault.what === 'black-hole') socket?.silence();
    else if (fault.what === 'close') socket?.end(fault.closeCode, 'idle timeout');
    else if (fault.what === 'drop-subscription') {
      const dropped = new Set(fittingTexts(fault.topic, [...index.topicsOf(channel)]));
      index.drop(channel, (topic) => dropped.has(topic));
      if (!fault.listed) {
        const told = index.topicsOf(channel);
        channel.topics = channel.topics.filter((topic) =>
          singleTopics(topic).every((each) => told.has(each)),
        );
      }
    } else if (fault.what === 'socket-closing') {
      socket?.send(closingFrame(newId()));
      later(fault.dropAfterMs, () => socket?.close(1001, 'closed for maintenance'));
    }
  }

  faults.onArmed((armed) => {
    for (const channel of channels.all()) play(channel, (fault) => fault === armed);
  });

  return {
    refusal(channel) {
      const fault = faults.take('channel', (each) => each.what === 'refuse' && isMeant(each, channel));
      return fault?.what === 'refuse' ? fault.status : undefined;
    },
    connected: (channel) => play(channel, () => true),
    subscribed: (channel) => play(channel, ({ what }) => what === 'drop-subscription'),
  };
}

function isMeant({ channelId, orgId }: ChannelFault, { id, owner }: Channel): boolean {
  return (channelId === undefined || channelId === id) && (orgId === undefined || orgId === owner.orgId);
}
