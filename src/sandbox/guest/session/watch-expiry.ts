import { isConnected } from '../../acts/conversation/is-connected.ts';
import { expireSession } from '../../acts/guest/expire-session.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';

export interface ExpiryWatch {
  /** Ends the customer's session when it runs out, however often it is renewed until then. */
  watch(org: Org, customer: Customer): void;
}

/**
 * Watches the sessions whose end somebody notices: with a running conversation or an open window. The rest need no
 * timer; that they have run out shows when somebody comes.
 */
export function createExpiryWatch(sandbox: Sandbox): ExpiryWatch {
  /** When each customer's session is looked at next. */
  const watched = new Map<string, number>();

  const watch = (org: Org, customer: Customer): void => {
    const dueAt = customer.sessionExpiresAt;
    const known = watched.get(customer.id);
    if (known !== undefined && known <= dueAt) return;
    watched.set(customer.id, dueAt);
    sandbox.later(Math.max(0, dueAt - sandbox.now()), () => {
      // A shorter session was watched meanwhile.
      if (watched.get(customer.id) !== dueAt) return;
      watched.delete(customer.id);
      if (customer.sessionExpiresAt > sandbox.now()) {
        watch(org, customer);
        return;
      }
      expireSession(sandbox, org, customer);
    });
  };

  const watchRunning = (): void => {
    for (const org of sandbox.world.orgs.values()) {
      for (const conversation of org.conversations.open()) {
        const customer = org.customers.get(conversation.customerId);
        if (customer !== undefined && isConnected(conversation)) watch(org, customer);
      }
    }
  };

  sandbox.live.on('conversation', ({ orgId, conversationId }) => {
    const org = sandbox.world.orgs.get(orgId);
    const conversation = org?.conversations.get(conversationId);
    const customer = org?.customers.get(conversation?.customerId ?? '');
    if (org === undefined || conversation === undefined || customer === undefined) return;
    if (isConnected(conversation)) watch(org, customer);
  });
  sandbox.live.on('reset', () => {
    watched.clear();
    watchRunning();
  });
  watchRunning();
  return { watch };
}
