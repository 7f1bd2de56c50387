import { endByCustomer } from '../../acts/conversation/end-by-customer.ts';
import { guestEntry } from '../../acts/guest/guest-entry.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';

/**
 * The guest is through with what was: a running conversation ends, the next word begins a new one, and the history is
 * empty (unverified for `startNew`; Clear wipes).
 */
export function startAnew(
  sandbox: Sandbox,
  org: Org,
  customer: Customer,
  what: 'started-anew' | 'cleared',
): void {
  endByCustomer(sandbox, org, customer, { cleared: what === 'cleared' });
  customer.startsNew = true;
  customer.historyFrom = sandbox.now();
  delete customer.readOnly;
  delete customer.autoStarted;
  sandbox.append(guestEntry('did', what, org.id, customer));
  sandbox.changed();
}
