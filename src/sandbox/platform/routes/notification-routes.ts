import { z } from 'zod';
import { isoTime } from '../../iso-time.ts';
import type { Channel, Channels } from '../../notifications/channels.ts';
import { availableTopics, topicFault } from '../../notifications/topics.ts';
import type { Org } from '../../org.ts';
import type { Api } from '../api.ts';
import { checked } from '../checked.ts';
import { badRequest, notFound, PlatformError } from '../platform-error.ts';

type Params = { Params: { channelId: string } };
const topicsBody = z.array(z.object({ id: z.string() }));
const subscribeQuery = z.object({ ignoreErrors: z.stringbool().default(false) });
const topicsPerChannel = 1000;

/** Notification channels and what they are subscribed to. */
export function notificationRoutes({ app, sandbox, orgOf }: Api, channels: Channels): void {
  const view = (channel: Channel) => ({
    connectUri: `${sandbox.baseUrl().replace('http', 'ws')}/channels/${channel.id}`,
    id: channel.id,
    expires: isoTime(channel.expiresAt),
  });
  const channelOf = (org: Org, id: string): Channel => {
    const channel = channels.get(id);
    if (channel === undefined || channel.clientId !== org.clientId) throw notFound('channel');
    return channel;
  };

  app.get(
    '/api/v2/notifications/availabletopics',
    { config: { source: 'SDK 262', unverified: 'that none of the topics needs a permission' } },
    () => ({ entities: availableTopics }),
  );

  app.post('/api/v2/notifications/channels', { config: { source: 'SDK 262' } }, (request) =>
    view(channels.create(orgOf(request).clientId)),
  );

  app.get('/api/v2/notifications/channels', { config: { source: 'SDK 262' } }, (request) => ({
    entities: channels.ofClient(orgOf(request).clientId).map(view),
  }));

  app.head<Params>(
    '/api/v2/notifications/channels/:channelId',
    { config: { source: 'SDK 262' } },
    (request, reply) => {
      channelOf(orgOf(request), request.params.channelId);
      return reply.send();
    },
  );

  const path = '/api/v2/notifications/channels/:channelId/subscriptions';
  app.get<Params>(path, { config: { source: 'SDK 262' } }, (request) => ({
    entities: channelOf(orgOf(request), request.params.channelId).topics.map((id) => ({ id })),
  }));

  app.delete<Params>(path, { config: { source: 'SDK 262' } }, (request, reply) => {
    channels.subscribe(channelOf(orgOf(request), request.params.channelId), []);
    return reply.send();
  });

  app.route<Params>({
    method: ['PUT', 'POST'],
    url: path,
    config: { source: 'SDK 262', unverified: 'code of the refusal of more than 1,000 topics' },
    handler: (request) => {
      const org = orgOf(request);
      const channel = channelOf(org, request.params.channelId);
      const asked = checked(topicsBody, request.body).map(({ id }) => id);
      const { ignoreErrors } = checked(subscribeQuery, request.query);
      const judged = asked.map((id) => ({ id, fault: topicFault(org, id) }));
      const wrong = judged.find(({ fault }) => fault !== undefined);
      if (wrong?.fault !== undefined && !ignoreErrors) {
        throw new PlatformError(400, 'notification.invalid.topic', wrong.fault);
      }
      const good = judged.flatMap(({ id, fault }) => (fault === undefined ? id : []));
      const topics = [...new Set(request.method === 'POST' ? [...channel.topics, ...good] : good)];
      // unverified: the code of this refusal.
      if (topics.length > topicsPerChannel)
        throw badRequest(`A channel takes at most ${topicsPerChannel} topics.`);
      channels.subscribe(channel, topics);
      return {
        entities: judged.map(({ id, fault }) => ({
          id,
          ...(fault === undefined ? { state: 'Permitted' } : { state: 'Rejected', rejectionReason: fault }),
          selfUri: `/api/v2/notifications/channels/${channel.id}/subscriptions/${id}`,
        })),
      };
    },
  });
}
