import { z } from 'zod';

const client = z.object({ clientId: z.string(), clientSecret: z.string() });

/** What the program of this suite is told, in the variable HAND_OFFS, as JSON. */
export const bridgeOrder = z.object({
  sandboxUrl: z.string(),
  source: client,
  partner: client,
  partnerId: z.string(),
  webhookToken: z.string(),
  integrationId: z.string(),
  port: z.number(),
  dataDir: z.string(),
});

export type BridgeOrder = z.infer<typeof bridgeOrder>;

export const bridgeOrderVariable = 'HAND_OFFS';

/** `POST /begin`. */
export const beginOrder = z.object({
  handOffId: z.string(),
  sourceConversationId: z.string(),
  channelId: z.string(),
  guestId: z.string(),
  externalContactId: z.string().nullable(),
  customerName: z.string().nullable(),
  agentName: z.string(),
});
