import { z } from 'zod';

/** A message by id (SDK 262 MessageData). The text is in `normalizedMessage`; `direction` is lower case here. */
export const message = z.object({
  id: z.string().min(1),
  timestamp: z.string().nullish(),
  direction: z.string().nullish(),
  messengerType: z.string().nullish(),
  status: z.string().nullish(),
  conversationId: z.string().nullish(),
  normalizedMessage: z
    .object({ text: z.string().nullish(), originatingEntity: z.string().nullish() })
    .nullish(),
});

export type MessageWire = z.infer<typeof message>;
