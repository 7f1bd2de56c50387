import { messageFrame } from '../../guest/structured-message.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { Conversation, Message } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import { liveLeg } from '../../world/leg.ts';
import type { Org } from '../../world/org.ts';
import { customerOf } from '../conversation/customer-leg.ts';
import { publishConversation } from '../conversation/publish-conversation.ts';
import { addMessage } from './add-message.ts';
import { customerArrives } from './customer-arrives.ts';
import { customerEntry } from './customer-entry.ts';

/** What a messenger sends along with the text. */
export interface GuestExtras {
  readonly tracingId?: string | undefined;
  /** Become attributes of the customer's participant. */
  readonly attributes?: Record<string, string> | undefined;
  readonly type?: Message['type'] | undefined;
  readonly content?: Message['content'] | undefined;
  readonly metadata?: Message['metadata'] | undefined;
  readonly providerMessageId?: string | undefined;
}

/**
 * The customer writes in the messenger. It lands on the running conversation, on the last one when it ended within
 * the threading window (the customer is connected again and waits in a queue), or on a new one. Echoed to every
 * window of the guest, with the `tracingId` of the frame it came in.
 */
export function customerWrites(
  sandbox: Sandbox,
  org: Org,
  customer: Customer,
  text: string,
  { tracingId, attributes, type, content, metadata, providerMessageId }: GuestExtras = {},
): { conversationId: string; messageId: string } {
  const conversation: Conversation = customerArrives(sandbox, org, customer, attributes);
  const author = customerOf(conversation);
  if (author === undefined) throw new Error('a conversation without its customer');
  const message: Message = {
    id: sandbox.newId(),
    participantId: author.id,
    communicationId: liveLeg(author).communicationId,
    direction: 'inbound',
    text,
    at: sandbox.now(),
    status: 'received',
    ...(type !== undefined && { type }),
    ...(content !== undefined && { content }),
    ...(metadata !== undefined && { metadata }),
    ...(providerMessageId !== undefined && { providerMessageId }),
  };
  addMessage({ org, conversation }, message);
  sandbox.append(customerEntry('wrote', conversation, customer, message));
  sandbox.guests.send(customer.token, messageFrame(message, tracingId));
  sandbox.later(sandbox.settings.deliveryStepMs, () =>
    publishConversation(sandbox, org, conversation, customer),
  );
  return { conversationId: conversation.id, messageId: message.id };
}
