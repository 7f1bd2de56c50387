import { z } from 'zod';

/** A picture, a file or something to press (SDK 262 MessageContent). */
const content = z.object({
  contentType: z.string().nullish(),
  attachment: z.object({ mediaType: z.string().nullish(), filename: z.string().nullish() }).nullish(),
  buttonResponse: z.object({ text: z.string().nullish() }).nullish().catch(null),
});

/** A message by id (SDK 262 MessageData). The text is in `normalizedMessage`; `direction` is lower case here. */
export const message = z.object({
  id: z.string().min(1),
  timestamp: z.string().nullish(),
  direction: z.string().nullish(),
  messengerType: z.string().nullish(),
  status: z.string().nullish(),
  conversationId: z.string().nullish(),
  normalizedMessage: z
    .object({
      text: z.string().nullish(),
      originatingEntity: z.string().nullish(),
      content: z.array(content).nullish().catch(null),
      /** `messageId`: the id the provider gave it. */
      channel: z.object({ messageId: z.string().nullish() }).nullish().catch(null),
    })
    .nullish(),
});

export type MessageWire = z.infer<typeof message>;
