import type { Conversation } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';
import { isConnected } from '../conversation/is-connected.ts';

/**
 * The conversation of this customer that goes on, or else the one in which something happened last (a message may come to
 * one that is over while another goes on); deleted and archived ones do not count.
 */
export function latestConversation(org: Org, customer: Customer): Conversation | undefined {
  let latest: Conversation | undefined;
  for (const each of org.conversations.ofCustomer(customer.id)) {
    if (latest === undefined || isAhead(each, latest)) latest = each;
  }
  return latest;
}

function isAhead(one: Conversation, other: Conversation): boolean {
  const [goesOn, otherGoesOn] = [isConnected(one), isConnected(other)];
  return goesOn === otherGoesOn ? lastHappening(one) > lastHappening(other) : goesOn;
}

function lastHappening({ endedAt, startedAt, messages }: Conversation): number {
  return Math.max(endedAt ?? 0, startedAt, messages.at(-1)?.at ?? 0);
}
