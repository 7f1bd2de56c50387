import type { Models } from 'purecloud-platform-client-v2';
import { z } from 'zod';
import { paging } from './agent-shapes.ts';
import { id, text, time, uri } from './scalars.ts';
import { shapeOf } from './shape-of.ts';

export const openIntegration = shapeOf<Models.OpenIntegration>()({
  id,
  name: text,
  outboundNotificationWebhookUrl: z.url(),
  outboundNotificationWebhookSignatureSecretToken: z.string().min(16),
  webhookHeaders: z.record(z.string(), z.string()),
  status: z.literal('Active'),
  recipient: shapeOf<Models.DomainEntityRef>()({ id, name: text }),
  dateCreated: time,
  dateModified: time,
  createStatus: z.enum(['Initiated', 'Completed', 'Error']),
  selfUri: uri,
});
export const openIntegrations = shapeOf<Models.OpenIntegrationEntityListing>()({
  ...paging,
  entities: z.array(openIntegration).min(1),
});

const from = shapeOf<Models.OpenMessagingFromRecipient>()({
  id: text,
  idType: z.enum(['Email', 'Phone', 'Opaque']),
  nickname: text.exactOptional(),
});
const channel = {
  id,
  platform: z.literal('Open'),
  type: z.literal('Private'),
  to: shapeOf<Models.OpenMessagingToRecipient>()({ id: text }),
  from,
  time,
  messageId: text.exactOptional(),
};
export const openMessage = shapeOf<Models.OpenMessageNormalizedMessage>()({
  id,
  channel: shapeOf<Models.OpenMessagingChannel>()(channel),
  type: z.literal('Text'),
  text,
  metadata: z.record(z.string(), z.string()),
  conversationId: id,
});
export const openEvent = shapeOf<Models.OpenEventNormalizedMessage>()({
  id,
  channel: shapeOf<Models.OpenMessagingChannel>()(channel),
  type: z.literal('Event'),
  events: z.array(z.object({ eventType: z.literal('Typing') })).length(1),
});
export const openReceipt = shapeOf<Models.OpenReceiptNormalizedMessage>()({
  id,
  channel: shapeOf<Models.OpenMessagingChannel>()(channel),
  type: z.literal('Receipt'),
  status: z.literal('Delivered'),
  direction: z.literal('Inbound'),
});
