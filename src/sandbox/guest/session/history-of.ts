import type { Customer } from '../../world/customer.ts';
import type { GuestEvent } from '../../world/guest-event.ts';
import type { Org } from '../../world/org.ts';
import { structuredEvent, structuredMessage } from '../structured-message.ts';

interface HistoryEntry {
  /** Of the message or event. */
  readonly id: string;
  readonly at: number;
  readonly entity: object;
}

/** What a guest finds in the messenger, newest first: messages and events of the session since it last began anew. */
export function historyOf(org: Org, customer: Customer, named: boolean): HistoryEntry[] {
  const from = customer.historyFrom ?? 0;
  return org.conversations
    .ofCustomer(customer.id)
    .flatMap(({ messages, guestEvents = [] }) => [
      ...messages.map((message) => ({
        id: message.id,
        at: message.at,
        entity: structuredMessage(message, named),
      })),
      ...guestEvents.map((event) => ({ id: event.id, at: event.at, entity: eventEntity(event) })),
    ])
    .filter(({ at }) => at >= from)
    .sort((one, other) => other.at - one.at);
}

/** A Join has no time in the history, as the transport SDK's fixtures have it (unverified for other events). */
function eventEntity(shown: GuestEvent): object {
  const body = structuredEvent(shown);
  const { event } = shown;
  const isJoin = event.eventType === 'Presence' && event.presence.type === 'Join';
  return isJoin ? { ...body, channel: { ...body.channel, time: null } } : body;
}
