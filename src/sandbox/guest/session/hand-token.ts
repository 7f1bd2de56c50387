import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';
import type { GuestScene } from '../guest-scene.ts';
import { findGuest } from './find-guest.ts';

/**
 * The token opens this customer's session from now on. A session it opened before loses it: its other windows are
 * closed, and without another token it is out of reach.
 */
export function handToken(
  { sandbox, guests, socket }: GuestScene,
  org: Org,
  token: string,
  customer: Customer,
  reason?: 'signedIn',
): void {
  const before = findGuest(org, token);
  if (before === customer) return;
  if (before !== undefined) {
    for (const window of guests.of(before.token)) {
      if (window === socket) guests.leave(window);
      else guests.dismiss(window, reason);
    }
    const others = (before.otherTokens ?? []).filter((each) => each !== token);
    const own = before.token === token ? (others.shift() ?? sandbox.newId()) : before.token;
    org.customers.change(before, { token: own, otherTokens: others });
  }
  org.customers.change(customer, { otherTokens: [...(customer.otherTokens ?? []), token] });
}
