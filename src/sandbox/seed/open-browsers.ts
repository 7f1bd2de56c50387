import type { Org } from '../org.ts';

const day = 24 * 3_600_000;

/**
 * Whoever an agent served last within a day (of `now`, epoch ms) still has the shop open: the first message a tour
 * sends is seen at once.
 */
export function openBrowsers(org: Org, now: number): void {
  for (const agentId of org.agents.keys()) {
    const [latest] = [...org.conversations.values()]
      .filter(({ endedAt = 0, customerId, participants }) => {
        const session = org.customers.get(customerId)?.sessionExpiresAt ?? 0;
        const server = participants.findLast(({ purpose }) => purpose === 'agent');
        return now - endedAt < day && session > now && server?.userId === agentId;
      })
      .toSorted((one, other) => (other.endedAt ?? 0) - (one.endedAt ?? 0));
    const customer = org.customers.get(latest?.customerId ?? '');
    if (customer !== undefined) customer.browserOpen = true;
  }
}
