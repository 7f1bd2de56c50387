import { endByCustomer } from '../acts/end-by-customer.ts';
import { isConnected } from '../acts/is-connected.ts';
import { latestConversation } from '../acts/latest-conversation.ts';
import type { Customer, Deployment, Org } from '../org.ts';
import type { Sandbox } from '../sandbox.ts';

/** The customer whose browser holds this token. */
export function findGuest(org: Org, token: string): Customer | undefined {
  return [...org.customers.values()].find((customer) => customer.token === token);
}

/**
 * Opens the session of a token: a known one goes on (`newSession: false`), an unknown one makes an anonymous customer.
 * `startNew` ends what is running first. Gives the body of a SessionResponse.
 */
export function openSession(
  sandbox: Sandbox,
  org: Org,
  { id: deploymentId, sessionDurationSeconds: durationSeconds }: Deployment,
  { token, startNew }: { readonly token: string; readonly startNew: boolean },
): 'expired' | 'elsewhere' | Record<string, unknown> {
  const known = findGuest(org, token);
  if (known !== undefined && known.deploymentId !== deploymentId) return 'elsewhere';
  if (known !== undefined && known.sessionExpiresAt <= sandbox.now()) return 'expired';
  const customer: Customer = known ?? {
    id: sandbox.newId(),
    name: null,
    externalContactId: null,
    deploymentId,
    token,
    guestId: sandbox.newId(),
    timeZone: 'Etc/UTC',
    browserOpen: false,
    sessionExpiresAt: sandbox.now() + durationSeconds * 1000,
  };
  org.customers.set(customer.id, customer);
  const latest = latestConversation(org, customer);
  const cleared = startNew && latest !== undefined && isConnected(latest);
  if (cleared) endByCustomer(sandbox, org, customer);
  sandbox.changed();
  return {
    connected: true,
    newSession: known === undefined || startNew,
    readOnly: false,
    maxCustomDataBytes: 2048,
    allowedMedia: { inbound: { fileTypes: [], maxFileSizeKB: 0 } },
    blockedExtensions: [],
    clearedExistingSession: cleared,
    durationSeconds,
    expirationDate: Math.floor(customer.sessionExpiresAt / 1000),
  };
}
