import type { Sandbox } from '../../sandbox.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';
import { seeHistory } from './see-history.ts';

/** The customer's simulated browser window opens or closes; neither begins nor ends a conversation. */
export function setBrowser(sandbox: Sandbox, org: Org, customer: Customer, open: boolean): void {
  customer.browserOpen = open;
  sandbox.changed();
  if (open) seeHistory(sandbox, org, customer);
}
