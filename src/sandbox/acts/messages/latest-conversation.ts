import type { Conversation } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';

/** The conversation of this customer in which something happened last; deleted and archived ones do not count. */
export function latestConversation(org: Org, customer: Customer): Conversation | undefined {
  let latest: Conversation | undefined;
  for (const each of org.conversations.ofCustomer(customer.id)) {
    if (latest === undefined || lastHappening(each) > lastHappening(latest)) latest = each;
  }
  return latest;
}

function lastHappening({ endedAt, startedAt, messages }: Conversation): number {
  return Math.max(endedAt ?? 0, startedAt, messages.at(-1)?.at ?? 0);
}
