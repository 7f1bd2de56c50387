import type { Sandbox } from '../../sandbox.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';
import { latestConversation } from '../messages/latest-conversation.ts';
import { customerLeg } from './customer-leg.ts';
import { endConversation } from './end-conversation.ts';
import { isConnected } from './is-connected.ts';

/**
 * The customer ends the running conversation, `cleared` when they also wiped it; without one nothing happens.
 * unverified: `client` on the customer's leg, cleared or not.
 */
export function endByCustomer(
  sandbox: Sandbox,
  org: Org,
  customer: Customer,
  { cleared = false }: { readonly cleared?: boolean } = {},
): void {
  const conversation = latestConversation(org, customer);
  if (conversation === undefined || !isConnected(conversation)) return;
  const leg = customerLeg(conversation);
  if (cleared && leg !== undefined) leg.cleared = true;
  endConversation({ sandbox, org, conversation, customer }, ({ purpose }) =>
    purpose === 'customer' ? 'client' : 'peer',
  );
}
