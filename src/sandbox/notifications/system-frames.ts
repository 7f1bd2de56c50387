import type { Channel } from './channel.ts';

/** Heartbeats and pongs: no version, no metadata. */
export function metadataFrame(message: 'WebSocket Heartbeat' | 'pong'): string {
  return JSON.stringify({ topicName: 'channel.metadata', eventBody: { message } });
}

/** Any event, in the envelope of notification sockets. */
export function eventFrame(topicName: string, eventBody: unknown, correlationId: string): string {
  return JSON.stringify({
    topicName,
    version: '2',
    eventBody,
    metadata: { CorrelationId: correlationId },
  });
}

/** The server will drop this socket; the channel stays. */
export function closingFrame(correlationId: string): string {
  const message = 'The connection will be closed for maintenance. Open another one to the same channel.';
  return eventFrame('v2.system.socket_closing', { message }, correlationId);
}

const gone = {
  no_longer_subscribed: {
    reason: 'another_channel_subscribed',
    message: 'The channel was deleted: another one was created over the limit of channels.',
  },
  token_revoked: {
    reason: 'user_tokens_revoked',
    message: 'The access token the channel was created with has been revoked.',
  },
} as const;

/** The channel gives no more events (SystemMessageSystemMessage of the SDK). unverified: the names of its topics. */
export function goneFrame({ id, owner }: Channel, type: keyof typeof gone, correlationId: string): string {
  const body = {
    channelId: id,
    systemTopicType: type,
    correlationId,
    organizationId: owner.orgId,
    ...(owner.agentId !== undefined && { userId: owner.agentId }),
    oauthClientId: owner.clientId,
    oauthClientOrgId: owner.orgId,
    ...gone[type],
    data: {},
  };
  return eventFrame(`v2.system.${type}`, body, correlationId);
}
