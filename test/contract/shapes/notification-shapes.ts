import type { Models } from 'purecloud-platform-client-v2';
import { z } from 'zod';
import { id, text, time, uri } from './scalars.ts';
import { shapeOf } from './shape-of.ts';

const channelId = z.string().regex(/^streaming-\d+-[0-9a-z]{26}$/);

/** The id is no UUID, and stands in the address. */
export const channel = shapeOf<Models.Channel>()({
  connectUri: z.string().regex(/^wss?:\/\/[^/]+\/channels\/streaming-\d+-[0-9a-z]{26}$/),
  id: channelId,
  expires: time,
});
export const channels = shapeOf<Models.ChannelEntityListing>()({ entities: z.array(channel).min(1) });

export const subscriptions = shapeOf<Models.ChannelTopicEntityListing>()({
  entities: z
    .array(
      shapeOf<Models.ChannelTopic>()({
        id: text,
        state: z.enum(['Permitted', 'Rejected']).exactOptional(),
        rejectionReason: text.exactOptional(),
        missingPermissions: z.array(text).min(1).exactOptional(),
        selfUri: uri.exactOptional(),
      }),
    )
    .min(1),
});

const permission = z.string().regex(/^\w+:\w+:\w+$/);
export const availableTopics = shapeOf<Models.AvailableTopicEntityListing>()({
  entities: z
    .array(
      shapeOf<Models.AvailableTopic>()({
        id: z.string().regex(/^v2\.[\w.{}]+$/),
        description: text,
        requiresPermissions: z.array(permission),
        permissionDetails: z.array(
          shapeOf<Models.PermissionDetails>()({
            type: text,
            permissions: z.array(permission),
            allowsCurrentUser: z.boolean(),
            enforced: z.boolean(),
          }),
        ),
      }),
    )
    .min(8),
});

/** REST writes `On Queue`, events `ON_QUEUE`. */
const upperCase = z.enum([
  'AVAILABLE',
  'AWAY',
  'BUSY',
  'OFFLINE',
  'IDLE',
  'ON_QUEUE',
  'MEAL',
  'TRAINING',
  'MEETING',
  'BREAK',
]);
const definition = { id, systemPresence: upperCase };
const routing = {
  status: z.enum(['OFF_QUEUE', 'IDLE', 'INTERACTING', 'NOT_RESPONDING', 'COMMUNICATING']),
  startTime: time,
};

/** No user id in it: it is in the topic's name. */
export const presenceEvent = shapeOf<Models.PresenceEventUserPresence>()({
  source: z.literal('PURECLOUD'),
  presenceDefinition: shapeOf<Models.PresenceEventOrganizationPresence>()(definition),
  primary: z.boolean(),
  message: z.string(),
  modifiedDate: time,
});
export const routingStatusEvent = shapeOf<Models.UserRoutingStatusUserRoutingStatus>()({
  id,
  routingStatus: shapeOf<Models.UserRoutingStatusRoutingStatus>()(routing),
});
export const activityEvent = shapeOf<Models.AgentActivityChangedTopicAgentActivity>()({
  id,
  routingStatus: shapeOf<Models.AgentActivityChangedTopicRoutingStatus>()(routing),
  presence: shapeOf<Models.AgentActivityChangedTopicPresence>()({
    presenceDefinition: shapeOf<Models.AgentActivityChangedTopicOrganizationPresence>()(definition),
    presenceMessage: z.string(),
    modifiedDate: time,
  }),
  outOfOffice: shapeOf<Models.AgentActivityChangedTopicOutOfOffice>()({
    active: z.boolean(),
    modifiedDate: time,
  }),
  activeQueueIds: z.array(id),
  dateActiveQueuesChanged: time,
});

/** Every event's envelope; note the capital C. */
export const frame = z.strictObject({
  topicName: text,
  version: z.literal('2'),
  eventBody: z.unknown(),
  metadata: z.strictObject({ CorrelationId: id, type: text.exactOptional() }),
});
/** Heartbeat and pong: neither version nor metadata. */
export const channelFrame = z.strictObject({
  topicName: z.literal('channel.metadata'),
  eventBody: z.strictObject({ message: z.enum(['WebSocket Heartbeat', 'pong']) }),
});

/** What the server says of the channel itself (facts page 2.3); the names of the last two topics are unverified. */
export const systemEvents = {
  'v2.system.socket_closing': z.strictObject({ message: text }),
  'v2.system.no_longer_subscribed': goneFor('no_longer_subscribed', 'another_channel_subscribed'),
  'v2.system.token_revoked': goneFor('token_revoked', 'user_tokens_revoked'),
} as const;

/** The last one ends the token they are asked for with. */
export const systemTopics = [
  'v2.system.socket_closing',
  'v2.system.no_longer_subscribed',
  'v2.system.token_revoked',
] as const;

function goneFor<Type extends string, Reason extends string>(type: Type, reason: Reason) {
  return shapeOf<Models.SystemMessageSystemMessage>()({
    channelId,
    systemTopicType: z.literal(type),
    correlationId: id,
    organizationId: id,
    oauthClientId: id,
    oauthClientOrgId: id,
    reason: z.literal(reason),
    message: text,
    data: z.strictObject({}),
  });
}
