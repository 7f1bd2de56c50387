import type { Conversation } from '../world/conversation.ts';
import type { Org } from '../world/org.ts';

const day = 24 * 3_600_000;

/**
 * Whoever an agent served last within a day (of `now`, epoch ms) still has the shop open: the first message a tour
 * sends is seen at once.
 */
export function openBrowsers(org: Org, conversations: Iterable<Conversation>, now: number): void {
  const latest = new Map<string, { readonly customerId: string; readonly endedAt: number }>();
  for (const { endedAt = 0, customerId, participants } of conversations) {
    if (now - endedAt >= day || (org.customers.get(customerId)?.sessionExpiresAt ?? 0) <= now) continue;
    const agentId = participants.findLast(({ purpose }) => purpose === 'agent')?.userId;
    if (agentId === undefined || !org.agents.has(agentId)) continue;
    if (endedAt > (latest.get(agentId)?.endedAt ?? 0)) latest.set(agentId, { customerId, endedAt });
  }
  for (const { customerId } of latest.values()) {
    const customer = org.customers.get(customerId);
    if (customer !== undefined) customer.browserOpen = true;
  }
}
