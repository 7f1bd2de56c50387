import { shownFrame, structuredEvent } from '../../guest/structured-message.ts';
import type { GuestNews } from '../../log/record-entry.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { Conversation } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import type { GuestEvent } from '../../world/guest-event.ts';
import { guestEntry } from './guest-entry.ts';
import { isOnline } from './is-online.ts';

/** Puts an event into the conversation as its guest sees it: at once when online, in the history otherwise. */
export function tellGuest(
  sandbox: Sandbox,
  conversation: Conversation,
  customer: Customer,
  what: GuestNews,
  given: Pick<GuestEvent, 'event' | 'direction'> & Partial<Pick<GuestEvent, 'metadata'>>,
  tracingId?: string,
): void {
  const event: GuestEvent = { id: sandbox.newId(), at: sandbox.now(), what, metadata: {}, ...given };
  conversation.guestEvents = [...(conversation.guestEvents ?? []), event];
  const online = isOnline(sandbox, customer);
  const did = event.direction === 'inbound';
  sandbox.append(
    guestEntry(did ? 'did' : online ? 'shown' : 'waiting', what, conversation.orgId, customer, {
      conversationId: conversation.id,
      eventId: event.id,
      ...(event.metadata.readOnly !== undefined && { readOnly: event.metadata.readOnly === 'true' }),
    }),
  );
  sandbox.guests.send(customer.token, shownFrame(structuredEvent(event), tracingId));
  sandbox.changed();
}
