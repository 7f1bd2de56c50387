import type { ConversationWire } from '../genesys/wire/conversation.ts';
import type { Truth } from '../policy/facts.ts';
import { customerLeg } from '../sessions/customer-leg.ts';
import { writtenByCustomer } from '../sessions/written-by-customer.ts';

/**
 * What the platform says of the conversation this moment; null when it has no web messaging customer. `timeZoneAttribute`: where
 * site or flow put the customer's zone. Whether the customer wiped it is not said here.
 */
export function truthFromConversation(
  conversation: ConversationWire,
  timeZoneAttribute: string,
): Omit<Truth, 'cleared'> | null {
  const customer = customerLeg(conversation);
  if (customer === null) return null;
  const live = (purposes: readonly string[]) =>
    conversation.participants
      .filter(({ purpose }) => purposes.includes(purpose ?? ''))
      .flatMap(({ userId, messages }) =>
        (messages ?? []).map(({ state }) => ({ userId: userId ?? null, state })),
      )
      .filter(({ state }) => typeof state === 'string' && state !== 'disconnected');
  // As it was given, or as what a site gives is called by some (*unverified* when): not read, it would be night by another clock.
  const names = [timeZoneAttribute, `context.${timeZoneAttribute}`];
  const zone = conversation.participants
    .filter(({ purpose }) => purpose === 'customer' || purpose === 'external')
    .flatMap(({ attributes }) => names.map((name) => attributes?.[name]?.trim()))
    .find((value) => value);
  return {
    customer: customer.connected ? 'connected' : 'disconnected',
    agents: live(['agent', 'user']).map(({ userId, state }) => ({ userId, parked: state === 'parked' })),
    waiting: live(['acd', 'workflow', 'botflow', 'bot', 'ivr']).length > 0,
    endedAt: customer.endedAt,
    guestSessionExpired: customer.endedBy === 'sessionexpired',
    timeZone: zone ?? null,
    lastActivityAt: customer.lastActivityAt,
    lastWroteAt: customer.lastWroteAt,
    wrote: writtenByCustomer(conversation),
    channelId: customer.channelId,
    guestId: customer.guestId,
    externalContactId: customer.externalContactId,
  };
}
