import type { Customer } from '../../world/customer.ts';
import type { Deployment } from '../../world/deployment.ts';
import type { Org } from '../../world/org.ts';
import type { GuestScene } from '../guest-scene.ts';

/**
 * The socket shows the customer's session from now on. That renews it (unverified), and closes its oldest windows
 * beyond the deployment's limit.
 */
export function showSession(
  { sandbox, guests, socket, expiry }: GuestScene,
  org: Org,
  { sessionDurationSeconds, messenger }: Deployment,
  customer: Customer,
): void {
  customer.sessionExpiresAt = sandbox.now() + sessionDurationSeconds * 1000;
  guests.open({ customerId: customer.id, token: customer.token }, socket);
  const open = guests.of(customer.token);
  for (const oldest of open.slice(0, Math.max(0, open.length - messenger.connectionsPerSession))) {
    guests.dismiss(oldest);
  }
  expiry.watch(org, customer);
  sandbox.changed();
}

/** A visitor nobody knows yet, with an empty session. */
export function newGuest({ sandbox }: GuestScene, org: Org, deployment: Deployment, token: string): Customer {
  const customer: Customer = {
    id: sandbox.newId(),
    name: null,
    externalContactId: null,
    deploymentId: deployment.id,
    token,
    guestId: sandbox.newId(),
    timeZone: 'Etc/UTC',
    browserOpen: false,
    sessionExpiresAt: sandbox.now() + deployment.sessionDurationSeconds * 1000,
  };
  org.customers.set(customer.id, customer);
  return customer;
}
