import type { Sandbox } from '../../sandbox.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';
import { endConversation } from '../conversation/end-conversation.ts';
import { isConnected } from '../conversation/is-connected.ts';
import { latestConversation } from '../messages/latest-conversation.ts';
import { guestEntry } from './guest-entry.ts';

/**
 * The guest's session has run out: a running conversation ends with it (unverified: `session.expired` on the customer's
 * leg, `peer` on an agent's, `system` on a queue's), and whoever looks is told.
 */
export function expireSession(sandbox: Sandbox, org: Org, customer: Customer): void {
  const latest = latestConversation(org, customer);
  if (latest !== undefined && isConnected(latest)) {
    const types = { customer: 'session.expired', agent: 'peer' } as const;
    endConversation({ sandbox, org, conversation: latest, customer }, ({ purpose }) =>
      purpose === 'customer' || purpose === 'agent' ? types[purpose] : 'system',
    );
  }
  if (customer.browserOpen || sandbox.guests.isConnected(customer.token)) {
    sandbox.append(guestEntry('shown', 'session-expired', org.id, customer));
  }
  sandbox.guests.send(customer.token, {
    type: 'response',
    class: 'SessionExpiredEvent',
    code: 200,
    body: {},
  });
  sandbox.changed();
}
