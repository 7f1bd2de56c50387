import { isoTime } from '../../iso-time.ts';
import type { Conversation, Message } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';

const normalizedStatus = {
  queued: 'Sent',
  sent: 'Sent',
  'delivery-success': 'Delivered',
  'delivery-failed': 'Failed',
  received: 'Delivered',
} as const;

/** MessageData of SDK 262: the text is in `normalizedMessage`; `textBody` is gone. unverified: middleware's own id of a message is shown. */
export function messageDataView(conversation: Conversation, customer: Customer, message: Message) {
  const { id: conversationId, deploymentId } = conversation;
  const inbound = message.direction === 'inbound';
  const providerMessageId = message.providerMessageId ?? message.id.replaceAll('-', '');
  const [from, to] = inbound ? [customer.guestId, deploymentId] : [deploymentId, customer.guestId];
  return {
    id: message.id,
    providerMessageId,
    timestamp: isoTime(message.at),
    fromAddress: from,
    toAddress: to,
    direction: message.direction,
    messengerType: conversation.messageType ?? 'webmessaging',
    status: message.status,
    normalizedMessage: {
      id: message.id,
      channel: {
        id: deploymentId,
        platform: conversation.messageType === 'open' ? 'Open' : 'WebMessaging',
        type: 'Private',
        messageId: providerMessageId,
        to: { id: to, idType: 'Opaque' },
        from: {
          id: from,
          idType: 'Opaque',
          ...(message.fromName !== undefined && { nickname: message.fromName }),
        },
        time: isoTime(message.at),
      },
      type: message.type ?? 'Text',
      text: message.text,
      content: message.content ?? [],
      status: normalizedStatus[message.status],
      ...(message.originatingEntity !== undefined && { originatingEntity: message.originatingEntity }),
      direction: inbound ? 'Inbound' : 'Outbound',
      metadata: {},
    },
    normalizedReceipts: [],
    conversationId,
    selfUri: `/api/v2/conversations/messages/${conversationId}/messages/${message.id}`,
  };
}
