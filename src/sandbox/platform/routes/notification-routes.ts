import { z } from 'zod';
import { isoTime } from '../../iso-time.ts';
import { type Channel, type ChannelOwner, isOwn } from '../../notifications/channel.ts';
import { type Notifications, topicsPerChannel } from '../../notifications/notifications.ts';
import { availableTopics, type JudgedTopic, judgeTopic } from '../../notifications/topics.ts';
import type { Api } from '../api.ts';
import type { Caller } from '../caller.ts';
import { checked, checkedQuery } from '../checked.ts';
import { listParameter } from '../paged.ts';
import { badRequest, notFound, PlatformError } from '../platform-error.ts';
import { requirePermissions } from '../require-permissions.ts';

type Params = { Params: { channelId: string } };
/** ChannelTopic (SDK 262); what only the platform sets is passed over. */
const topicsBody = z.array(
  z.strictObject({
    id: z.string(),
    state: z.string().optional(),
    rejectionReason: z.string().optional(),
    missingPermissions: z.array(z.string()).optional(),
    selfUri: z.string().optional(),
  }),
);
const subscribeQuery = z.object({ ignoreErrors: z.stringbool().default(false) });
const channelsQuery = z.object({ includechannels: z.enum(['token', 'oauthclient']).default('token') });
const topicsQuery = z.object({
  expand: listParameter,
  includePreview: z.stringbool().default(true),
});

/** Notification channels and what they are subscribed to. */
export function notificationRoutes({ app, sandbox, callerOf }: Api, notifications: Notifications): void {
  const { channels } = notifications;
  const view = (channel: Channel) => ({
    connectUri: `${sandbox.baseUrl().replace('http', 'ws')}/channels/${channel.id}`,
    id: channel.id,
    expires: isoTime(channel.expiresAt),
  });
  const channelOf = (caller: Caller, id: string): Channel => {
    const channel = channels.get(id);
    if (channel === undefined || !isOwn(channel, ownerOf(caller))) throw notFound('channel');
    return channel;
  };

  app.get(
    '/api/v2/notifications/availabletopics',
    {
      config: {
        source: 'SDK 262',
        unverified: "the topics' permissions; that only id and description come without expand",
      },
    },
    (request) => {
      const { expand } = checkedQuery(topicsQuery, request.query);
      const wanted = new Set(['id', 'description', ...expand]);
      return {
        entities: availableTopics.map((topic) =>
          Object.fromEntries(Object.entries(topic).filter(([key]) => wanted.has(key))),
        ),
      };
    },
  );

  app.post('/api/v2/notifications/channels', { config: { source: 'SDK 262' } }, (request) =>
    view(channels.create(ownerOf(callerOf(request)))),
  );

  app.get('/api/v2/notifications/channels', { config: { source: 'SDK 262' } }, (request) => {
    const { includechannels } = checkedQuery(channelsQuery, request.query);
    const owner = ownerOf(callerOf(request));
    const own = channels.all().filter((channel) => isOwn(channel, owner));
    const mine = ({ owner: { token } }: Channel): boolean => token === owner.token;
    // Documented: the channels of other tokens show that they exist, not their ids.
    const entities =
      includechannels === 'token'
        ? own.filter(mine).map(view)
        : own.map((channel) => (mine(channel) ? view(channel) : { expires: isoTime(channel.expiresAt) }));
    return { entities };
  });

  app.head<Params>(
    '/api/v2/notifications/channels/:channelId',
    { config: { source: 'SDK 262' } },
    (request, reply) => {
      channelOf(callerOf(request), request.params.channelId);
      return reply.send();
    },
  );

  const path = '/api/v2/notifications/channels/:channelId/subscriptions';
  app.get<Params>(path, { config: { source: 'SDK 262' } }, (request) => ({
    entities: channelOf(callerOf(request), request.params.channelId).topics.map((id) => ({ id })),
  }));

  app.delete<Params>(path, { config: { source: 'SDK 262' } }, (request, reply) => {
    notifications.subscribe(channelOf(callerOf(request), request.params.channelId), []);
    return reply.send();
  });

  app.route<Params>({
    method: ['PUT', 'POST'],
    url: path,
    config: {
      source: 'SDK 262',
      unverified: 'codes of the refusals of more than 1,000 topics and of a topic without permission',
    },
    handler: (request) => {
      const caller = callerOf(request);
      const channel = channelOf(caller, request.params.channelId);
      const asked = checked(topicsBody, request.body).map(({ id }) => id);
      const { ignoreErrors } = checkedQuery(subscribeQuery, request.query);
      const judged = asked.map((id) => judgeTopic(subscriberOf(caller), id));
      if (!ignoreErrors) refuseWrong(caller, judged);
      const good = judged.flatMap(({ id, verdict }) => (verdict === 'permitted' ? id : []));
      const topics = [...new Set(request.method === 'POST' ? [...channel.topics, ...good] : good)];
      if (topics.length > topicsPerChannel)
        throw badRequest(`A channel takes at most ${topicsPerChannel} topics.`);
      notifications.subscribe(channel, topics);
      return {
        entities: judged.map((topic) => ({
          ...topicView(topic),
          selfUri: `/api/v2/notifications/channels/${channel.id}/subscriptions/${topic.id}`,
        })),
      };
    },
  });
}

function ownerOf({ org, client, agent, token }: Caller): ChannelOwner {
  return { orgId: org.id, clientId: client.id, agentId: agent?.id, token };
}

function subscriberOf({ org, client, agent }: Caller) {
  return {
    org,
    permissions: agent === undefined ? client.permissions : org.agentPermissions,
    agentId: agent?.id,
  };
}

/** Documented: one wrong topic refuses the whole request. */
function refuseWrong(caller: Caller, judged: readonly JudgedTopic[]): void {
  const invalid = judged.find(({ verdict }) => verdict === 'invalid');
  if (invalid?.verdict === 'invalid') {
    throw new PlatformError(400, 'notification.invalid.topic', invalid.reason);
  }
  const missing = judged.flatMap((topic) => (topic.verdict === 'forbidden' ? topic.missing : []));
  if (missing.length > 0) requirePermissions(caller, { all: [...new Set(missing)] });
}

function topicView(topic: JudgedTopic) {
  const { id } = topic;
  if (topic.verdict === 'permitted') return { id, state: 'Permitted' };
  return topic.verdict === 'invalid'
    ? { id, state: 'Rejected', rejectionReason: topic.reason }
    : {
        id,
        state: 'Rejected',
        // unverified: the sentence.
        rejectionReason: 'Missing permissions.',
        missingPermissions: topic.missing,
      };
}
