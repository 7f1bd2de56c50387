import { endByCustomer } from '../../acts/conversation/end-by-customer.ts';
import { isConnected } from '../../acts/conversation/is-connected.ts';
import { showDisconnect } from '../../acts/guest/show-disconnect.ts';
import { latestConversation } from '../../acts/messages/latest-conversation.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';
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
