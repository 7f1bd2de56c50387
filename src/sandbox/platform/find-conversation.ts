import type { Conversation, Message } from '../conversation.ts';
import type { Customer, Org } from '../org.ts';
import { notFound } from './platform-error.ts';

/** The conversation with its customer, or the platform's 404. */
export function findConversation(org: Org, id: string): { conversation: Conversation; customer: Customer } {
  const conversation = org.conversations.get(id);
  const customer = org.customers.get(conversation?.customerId ?? '');
  if (conversation === undefined || customer === undefined) throw notFound('conversation');
  return { conversation, customer };
}

/** The message with its conversation and customer, or the platform's 404. */
export function findMessage(
  org: Org,
  messageId: string,
): { conversation: Conversation; customer: Customer; message: Message } {
  for (const { id, messages } of org.conversations.values()) {
    const message = messages.find((each) => each.id === messageId);
    if (message !== undefined) return { ...findConversation(org, id), message };
  }
  throw notFound('message');
}
