import type { Conversation, Message } from '../world/conversation.ts';
import type { Customer } from '../world/customer.ts';
import type { Org } from '../world/org.ts';
import { notFound } from './platform-error.ts';
import { refusedAs } from './unverified-refusals.ts';

interface Found {
  readonly conversation: Conversation;
  readonly customer: Customer;
}

/** The conversation with its customer as analytics still has it, archived or not; undefined otherwise. */
export function findRecorded(org: Org, id: string): Found | undefined {
  const conversation = org.conversations.get(id);
  const customer = org.customers.get(conversation?.customerId ?? '');
  if (conversation === undefined || customer === undefined || conversation.gone === 'deleted')
    return undefined;
  return { conversation, customer };
}

/** The conversation with its customer, or the platform's 404. */
export function findConversation(org: Org, id: string): Found {
  if (org.conversations.get(id)?.gone !== undefined) {
    throw refusedAs('conversation-deleted-or-archived', 'The requested conversation was not found.');
  }
  const found = findRecorded(org, id);
  if (found === undefined) throw notFound('conversation');
  return found;
}

/** The message with its conversation and customer, or the platform's 404. */
export function findMessage(
  org: Org,
  messageId: string,
): { conversation: Conversation; customer: Customer; message: Message } {
  const conversation = org.conversations.withMessage(messageId);
  const message = conversation?.messages.find(({ id }) => id === messageId);
  if (conversation === undefined || message === undefined) throw notFound('message');
  return { ...findConversation(org, conversation.id), message };
}
