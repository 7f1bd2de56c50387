import type { GuestEntry, GuestNews } from '../../log/record-entry.ts';
import type { NewRecordEntry } from '../../sandbox.ts';
import type { Customer } from '../../world/customer.ts';

/** What the record says of something in a guest's messenger that is no message. */
export function guestEntry(
  event: GuestEntry['event'],
  what: GuestNews,
  orgId: string,
  { id, deploymentId, guestId }: Customer,
  more: Pick<GuestEntry, 'conversationId' | 'eventId' | 'readOnly'> = {},
): NewRecordEntry {
  return { kind: 'guest', event, what, orgId, customerId: id, channelId: deploymentId, guestId, ...more };
}
