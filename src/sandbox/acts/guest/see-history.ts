import type { NewRecordEntry, Sandbox } from '../../sandbox.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';
import { customerEntry } from '../messages/customer-entry.ts';
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
  const waiting = sandbox.waitingNews(sandbox.world.record, customer.id);
  const news: { readonly at: number; readonly entry: NewRecordEntry }[] = [];
  const look = (id: string, at: number, entry: () => NewRecordEntry): void => {
    if (at >= from && waiting.has(id) && (shown === undefined || shown.has(id)))
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
    for (const { id, at, what, metadata } of conversation.guestEvents ?? []) {
      const readOnly = metadata.readOnly === undefined ? {} : { readOnly: metadata.readOnly === 'true' };
      const more = { conversationId, eventId: id, ...readOnly };
      look(id, at, () => guestEntry('seen-in-history', what, org.id, customer, more));
    }
  }
  for (const { entry } of news.sort((one, other) => one.at - other.at)) sandbox.append(entry);
}
