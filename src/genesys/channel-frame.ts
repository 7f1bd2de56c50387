import { notificationFrame, systemMessage } from './wire/notification-frame.ts';

export type ChannelFrame =
  | { readonly kind: 'event'; readonly topic: string; readonly body: unknown }
  /** Heartbeat or pong: the channel lives. */
  | { readonly kind: 'alive' }
  /** The server drops this socket in about a minute; the channel stays. */
  | { readonly kind: 'closing' }
  /** The channel gives no more events: evicted, or its token revoked. */
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'malformed' };

/** Reads one text frame of a notification socket. Pure. */
export function channelFrame(text: string): ChannelFrame {
  const frame = notificationFrame.safeParse(json(text));
  if (!frame.success) return { kind: 'malformed' };
  const { topicName: topic, eventBody: body } = frame.data;
  if (topic === 'v2.system.socket_closing') return { kind: 'closing' };
  if (topic !== 'channel.metadata' && !topic.startsWith('v2.system.')) {
    return body === undefined || body === null ? { kind: 'malformed' } : { kind: 'event', topic, body };
  }
  // On which topic evictions and revocations are announced is *unverified*: go by the body.
  const said = systemMessage.safeParse(body);
  const type = said.success ? said.data.systemTopicType : undefined;
  return type === 'no_longer_subscribed' || type === 'token_revoked'
    ? { kind: 'gone', why: type }
    : { kind: 'alive' };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
