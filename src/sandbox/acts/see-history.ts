import type { Message } from '../conversation.ts';
import type { Customer, Org } from '../org.ts';
import type { Sandbox } from '../sandbox.ts';
import { customerEntry } from './customer-entry.ts';

/**
 * The customer looks at the history (at `shown` of it, or at all): what waited there is now seen, once. Its status stays `delivery-failed`
 * (unverified whether the platform flips it). An expired session shows nothing.
 */
export function seeHistory(sandbox: Sandbox, org: Org, customer: Customer, shown?: readonly Message[]): void {
  if (customer.sessionExpiresAt <= sandbox.now()) return;
  const seen = new Set<string>();
  const waiting = new Set<string>();
  for (const entry of sandbox.world.record) {
    if (entry.kind !== 'customer' || entry.customerId !== customer.id) continue;
    (entry.event === 'waiting' ? waiting : seen).add(entry.message.id);
  }
  for (const conversation of org.conversations.values()) {
    if (conversation.customerId !== customer.id) continue;
    for (const message of conversation.messages) {
      if (shown !== undefined && !shown.includes(message)) continue;
      if (waiting.has(message.id) && !seen.has(message.id)) {
        sandbox.append(customerEntry('seen-in-history', conversation, customer, message));
      }
    }
  }
}
