import type { Customer, Org } from '../org.ts';
import type { NewRecordEntry, Sandbox } from '../sandbox.ts';
import { customerEntry } from './customer-entry.ts';
import { guestEntry } from './guest-entry.ts';

/**
 * The customer looks at the history (at the messages and events `shown` of it, or at all): what waited there is now
 * seen, once. A message's status stays `delivery-failed` (unverified) unless the organisation's rules flip it. An expired
 * session shows nothing.
 */
export function seeHistory(
  sandbox: Sandbox,
  org: Org,
  customer: Customer,
  shown?: ReadonlySet<string>,
): void {
  if (customer.sessionExpiresAt <= sandbox.now()) return;
  const from = customer.historyFrom ?? 0;
  const isWaiting = waitingFor(sandbox, customer);
  const news: { readonly at: number; readonly entry: NewRecordEntry }[] = [];
  const look = (id: string, at: number, entry: () => NewRecordEntry): void => {
    if (at >= from && isWaiting(id) && (shown === undefined || shown.has(id)))
      news.push({ at, entry: entry() });
  };
  for (const conversation of org.conversations.ofCustomer(customer.id)) {
    const conversationId = conversation.id;
    for (const message of conversation.messages) {
      look(message.id, message.at, () => {
        if (org.rules.deliveredOnReturn && message.status === 'delivery-failed') {
          message.status = 'delivery-success';
          message.statusAt = sandbox.now();
        }
        return customerEntry('seen-in-history', conversation, customer, message);
      });
    }
    for (const { id, at, metadata } of conversation.guestEvents ?? []) {
      const readOnly = metadata.readOnly === 'true';
      const more = { conversationId, eventId: id, readOnly };
      look(id, at, () => guestEntry('seen-in-history', 'disconnected', org.id, customer, more));
    }
  }
  for (const { entry } of news.sort((one, other) => one.at - other.at)) sandbox.append(entry);
}

/** Whether a message or event of this id waits for the customer: recorded so, and not seen since. */
function waitingFor({ world }: Sandbox, customer: Customer): (id: string) => boolean {
  const seen = new Set<string>();
  const waiting = new Set<string>();
  for (const entry of world.record) {
    if (entry.kind === 'teams' || entry.customerId !== customer.id) continue;
    const id = entry.kind === 'customer' ? entry.message.id : entry.eventId;
    if (id !== undefined) (entry.event === 'waiting' ? waiting : seen).add(id);
  }
  return (id) => waiting.has(id) && !seen.has(id);
}
