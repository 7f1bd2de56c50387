import { findGuest } from '../../guest/session/find-guest.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { Conversation } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import type { Deployment } from '../../world/deployment.ts';
import type { Org } from '../../world/org.ts';
import { publishConversation } from '../conversation/publish-conversation.ts';
import { customerArrives } from '../messages/customer-arrives.ts';

/**
 * A guest of another organisation goes on here: on the first active deployment, as an anonymous customer with the name
 * they had, routed to its queue like anybody who writes. Undefined when no deployment is active. unverified: the browser
 * keeps its token, with which it opens the session here.
 */
export function receiveSession(
  sandbox: Sandbox,
  org: Org,
  guest: Customer,
  attributes: Record<string, string>,
): { customer: Customer; conversation: Conversation } | undefined {
  const deployment = [...org.deployments.values()].find(({ messenger }) => messenger.status === 'Active');
  if (deployment === undefined) return undefined;
  const customer = findGuest(org, guest.token) ?? newCustomer(sandbox, org, guest, deployment);
  customer.browserOpen = guest.browserOpen;
  const conversation = customerArrives(sandbox, org, customer, attributes);
  publishConversation(sandbox, org, conversation, customer);
  return { customer, conversation };
}

function newCustomer(
  { newId, now }: Sandbox,
  org: Org,
  { name, token, timeZone, browserOpen }: Customer,
  { id, sessionDurationSeconds }: Deployment,
): Customer {
  const customer: Customer = {
    id: newId(),
    name,
    externalContactId: null,
    deploymentId: id,
    token,
    guestId: newId(),
    timeZone,
    browserOpen,
    sessionExpiresAt: now() + sessionDurationSeconds * 1000,
  };
  org.customers.set(customer.id, customer);
  return customer;
}
