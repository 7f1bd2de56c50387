import { z } from 'zod';

/** Body of `v2.webmessaging.deployments.{id}.undelivered.messages`; times are epoch milliseconds. */
export const undeliveredMessages = z.object({
  conversationId: z.string().min(1),
  deploymentId: z.string().nullish(),
  externalContactId: z.string().nullish(),
  eventTimeMs: z.number(),
  messages: z.array(z.object({ id: z.string(), eventTimeMs: z.number().nullish() })),
});
