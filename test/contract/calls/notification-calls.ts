import sdk, { type Models } from 'purecloud-platform-client-v2';
import { availableTopics, channel, channels, subscriptions } from '../shapes/notification-shapes.ts';
import { bySdk, type ContractCalls, nothing } from './contract-call.ts';
import type { SdkScene } from './sdk-scene.ts';

const api = (): sdk.NotificationsApi => new sdk.NotificationsApi();
const newChannel = async (): Promise<string> => (await api().postNotificationsChannels()).id ?? '';
const topics = ({ org }: SdkScene): Models.ChannelTopic[] =>
  [...org.agents.keys()].map((id) => ({ id: `v2.users.${id}?presence&routingStatus` }));

/** Notification channels and their subscriptions. */
export const notificationCalls: ContractCalls = {
  'GET /api/v2/notifications/availabletopics': bySdk(availableTopics, () =>
    api().getNotificationsAvailabletopics({
      expand: ['description', 'requiresPermissions', 'permissionDetails'],
    }),
  ),
  'POST /api/v2/notifications/channels': bySdk(channel, () => api().postNotificationsChannels()),
  'GET /api/v2/notifications/channels': bySdk(channels, async () => {
    await newChannel();
    return api().getNotificationsChannels({ includechannels: 'token' });
  }),
  'HEAD /api/v2/notifications/channels/{channelId}': bySdk(nothing, async () =>
    api().headNotificationsChannel(await newChannel()),
  ),
  'PUT /api/v2/notifications/channels/{channelId}/subscriptions': bySdk(subscriptions, async (scene) =>
    api().putNotificationsChannelSubscriptions(
      await newChannel(),
      [...topics(scene), { id: 'v2.users.none.presence' }],
      { ignoreErrors: true },
    ),
  ),
  'POST /api/v2/notifications/channels/{channelId}/subscriptions': bySdk(subscriptions, async (scene) =>
    api().postNotificationsChannelSubscriptions(await newChannel(), topics(scene)),
  ),
  'GET /api/v2/notifications/channels/{channelId}/subscriptions': bySdk(subscriptions, async (scene) => {
    const id = await newChannel();
    await api().putNotificationsChannelSubscriptions(id, topics(scene));
    return api().getNotificationsChannelSubscriptions(id);
  }),
  'DELETE /api/v2/notifications/channels/{channelId}/subscriptions': bySdk(nothing, async () =>
    api().deleteNotificationsChannelSubscriptions(await newChannel()),
  ),
};
