import { endByCustomer } from '../../acts/end-by-customer.ts';
import { isConnected } from '../../acts/is-connected.ts';
import { latestConversation } from '../../acts/latest-conversation.ts';
import { showDisconnect } from '../../acts/show-disconnect.ts';
import type { Customer, Org } from '../../org.ts';
import { type GuestAnswer, type GuestScene, guestRefusal } from '../guest-scene.ts';

/** disconnectCustomer: the customer hangs up; the Disconnect event is the answer. unverified as a whole. */
export function hangUp(
  { sandbox }: GuestScene,
  org: Org,
  customer: Customer,
  tracingId?: string,
): GuestAnswer[] {
  const running = latestConversation(org, customer);
  if (running === undefined || !isConnected(running)) {
    return [guestRefusal(400, 'There is no conversation to disconnect from.')];
  }
  endByCustomer(sandbox, org, customer);
  showDisconnect(sandbox, org, running, customer, tracingId);
  return [];
}
