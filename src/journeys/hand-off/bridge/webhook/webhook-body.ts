import { z } from 'zod';

const attachment = z.object({ mediaType: z.string().nullish(), filename: z.string().nullish() });

/**
 * What an Open Messaging integration sends to its webhook: a message of the partner's people, or an event (typing), or a kind we do not
 * know. `channel.to.id` is the id we gave the customer there.
 */
export const webhookBody = z.object({
  id: z.string().min(1).max(200),
  channel: z.object({
    id: z.string().nullish(),
    to: z.object({ id: z.string().min(1).max(255) }),
    time: z.string(),
  }),
  type: z.string(),
  text: z.string().max(20_000).nullish(),
  content: z
    .array(
      z.object({
        contentType: z.string().nullish(),
        attachment: attachment.nullish(),
      }),
    )
    .nullish()
    .catch(null),
  direction: z.string().nullish(),
});
