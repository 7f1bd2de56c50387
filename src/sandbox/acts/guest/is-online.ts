import type { Sandbox } from '../../sandbox.ts';
import type { Customer } from '../../world/customer.ts';

/** Somebody looks at this customer's messenger: a real guest socket or the simulated browser, in a session that holds. */
export function isOnline(sandbox: Pick<Sandbox, 'now' | 'guests'>, customer: Customer): boolean {
  if (customer.sessionExpiresAt <= sandbox.now()) return false;
  return customer.browserOpen || sandbox.guests.isConnected(customer.token);
}
