import type { Models } from 'purecloud-platform-client-v2';
import { z } from 'zod';
import { direction, messageStatus } from './leg-enums.ts';
import { id, none, text, time, uri } from './scalars.ts';
import { shapeOf } from './shape-of.ts';

const nickname = text.exactOptional();
const opaque = { id: text, idType: z.enum(['Opaque', 'Email', 'Phone']) };

/** The text is in `normalizedMessage`; there `direction` is capitalised, outside of it lower case. */
const normalizedMessage = shapeOf<Models.ConversationNormalizedMessage>()({
  id,
  channel: shapeOf<Models.ConversationMessagingChannel>()({
    id,
    platform: z.literal('WebMessaging'),
    type: z.enum(['Public', 'Private']),
    messageId: text,
    to: shapeOf<Models.ConversationMessagingToRecipient>()({ ...opaque, nickname }),
    from: shapeOf<Models.ConversationMessagingFromRecipient>()({ ...opaque, nickname }),
    time,
  }),
  type: z.enum(['Text', 'Structured', 'Receipt', 'Event', 'Message', 'Unknown']),
  text: text.exactOptional(),
  content: z.array(z.looseObject({ contentType: text })),
  events: z.array(z.looseObject({ eventType: text })).exactOptional(),
  status: z.enum(['Sent', 'Delivered', 'Read', 'Failed', 'Published', 'Removed']),
  reasons: z.array(shapeOf<Models.ConversationReason>()({ code: text, message: text })).exactOptional(),
  originatingEntity: z.enum(['Human', 'Bot']).exactOptional(),
  isFinalReceipt: z.boolean().exactOptional(),
  direction: z.enum(['Inbound', 'Outbound']),
  metadata: z.record(z.string(), z.string()),
});

/** `textBody` is gone. */
export const messageData = shapeOf<Models.MessageData>()({
  id,
  providerMessageId: text,
  timestamp: time,
  fromAddress: text,
  toAddress: text,
  direction,
  messengerType: z.literal('webmessaging'),
  status: messageStatus,
  normalizedMessage,
  normalizedReceipts: z.array(normalizedMessage),
  conversationId: id,
  selfUri: uri,
});

export const messages = shapeOf<Models.TextMessageListing>()({ entities: z.array(messageData).min(1) });

/** SDK 262: neither `textBody` nor `messagingTemplate`. */
export const sentAgentless = shapeOf<Models.SendAgentlessOutboundMessageResponse>()({
  id,
  conversationId: id,
  fromAddress: id,
  toAddress: text,
  messengerType: z.literal('webmessaging'),
  useExistingActiveConversation: z.boolean(),
  message: messageData,
  timestamp: time,
  selfUri: uri,
});

const metadata = { type: text, events: none, content: none };
/** What conversations say of a message besides its id: never its text. */
export const messageDetails = {
  messageTime: time,
  messageSegmentCount: z.int().min(1),
  messageStatus,
  media: z.array(z.looseObject({ url: text })),
  stickers: none,
  messageMetadata: z.strictObject(metadata),
};
