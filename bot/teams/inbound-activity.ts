import { z } from 'zod';

const account = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
});

/** The parts of an incoming activity the bot reads (Bot Framework protocol 3.1 with Teams' channelData). */
export const inboundActivity = z.looseObject({
  type: z.string().min(1),
  id: z.string().nullish(),
  text: z.string().nullish(),
  attachments: z
    .array(z.looseObject({ contentType: z.string().nullish() }))
    .nullish()
    .catch(null),
  /** When Teams sent it, by its own clock. */
  timestamp: z.union([z.string(), z.date()]).nullish().catch(null),
  /** The language of who wrote or pressed, such as `en-GB`. */
  locale: z.string().nullish(),
  /** Of who wrote or pressed, an IANA name (the protocol's; that Teams always sends it is *unverified*). */
  localTimezone: z.string().nullish(),
  /** Of a press, the card. */
  replyToId: z.string().nullish().catch(null),
  serviceUrl: z.string(),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).nullish(),
      team: z.looseObject({ id: z.string() }).nullish(),
      channel: z.looseObject({ id: z.string() }).nullish(),
      settings: z.looseObject({ selectedChannel: z.looseObject({ id: z.string() }).nullish() }).nullish(),
      eventType: z.string().nullish(),
    })
    .nullish(),
});

export type InboundActivity = z.infer<typeof inboundActivity>;
