import type { Conversation, Customer, Org, Participant } from '../world.ts';

/** The conversation of this customer in which something happened last. */
export function latestConversation(org: Org, customer: Customer): Conversation | undefined {
  let latest: Conversation | undefined;
  for (const each of org.conversations.values()) {
    if (each.customerId !== customer.id) continue;
    if (latest === undefined || lastHappening(each) > lastHappening(latest)) latest = each;
  }
  return latest;
}

/** The leg of the customer, who is on every conversation. */
export function customerLeg(conversation: Conversation): Participant | undefined {
  return conversation.participants.find(({ purpose }) => purpose === 'customer');
}

/** Still going on, from the customer's side. */
export function isConnected(conversation: Conversation): boolean {
  return customerLeg(conversation)?.state === 'connected';
}

/**
 * A new message of or to the customer still lands on this conversation: it is connected, or it ended within the
 * organisation's threading window and the guest's session is the same.
 */
export function takesNewMessages(org: Org, conversation: Conversation, now: number): boolean {
  if (isConnected(conversation)) return true;
  return now < (conversation.endedAt ?? now) + org.threadingMinutes * 60_000;
}

function lastHappening({ endedAt, startedAt, messages }: Conversation): number {
  return Math.max(endedAt ?? 0, startedAt, messages.at(-1)?.at ?? 0);
}
