import { z } from 'zod';

/** The envelope of every frame of a notification socket. Heartbeats have no version and no metadata. */
export const notificationFrame = z.object({ topicName: z.string(), eventBody: z.unknown() });

/** What the platform says about the channel itself (SDK SystemMessageSystemMessage). */
export const systemMessage = z.object({
  systemTopicType: z.string().nullish(),
  reason: z.string().nullish(),
  message: z.string().nullish(),
});
