import type { CustomerEntry } from '../../log/record-entry.ts';
import type { NewRecordEntry } from '../../sandbox.ts';
import type { Conversation, Message } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';

/** What the record says of one message and its customer. */
export function customerEntry(
  event: CustomerEntry['event'],
  conversation: Conversation,
  customer: Customer,
  message: Message,
): NewRecordEntry {
  return {
    kind: 'customer',
    event,
    orgId: conversation.orgId,
    customerId: customer.id,
    conversationId: conversation.id,
    channelId: conversation.deploymentId,
    guestId: customer.guestId,
    message: {
      id: message.id,
      text: message.text,
      ...(message.fromName !== undefined && { fromName: message.fromName }),
    },
  };
}
