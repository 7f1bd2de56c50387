import type { ConversationWire } from '../genesys/wire/conversation.ts';
import type { Truth } from '../policy/facts.ts';
import { customerLeg } from '../sessions/customer-leg.ts';

/** A deployment's id, as the platform writes ids. */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

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
  const zone = conversation.participants
    .filter(({ purpose }) => purpose === 'customer' || purpose === 'external')
    .map(({ attributes }) => attributes?.[timeZoneAttribute])
    .find((value) => typeof value === 'string');
  // That addresses hold the deployment and the guest's session is *unverified*: what is no such id tells nothing.
  const told = customer.channelId !== null && uuid.test(customer.channelId);
  return {
    customer: customer.connected ? 'connected' : 'disconnected',
    agents: live(['agent', 'user']).map(({ userId, state }) => ({ userId, parked: state === 'parked' })),
    waiting: live(['acd', 'workflow', 'botflow', 'bot', 'ivr']).length > 0,
    endedAt: customer.endedAt,
    guestSessionExpired: customer.endedBy === 'sessionexpired',
    timeZone: zone ?? null,
    lastActivityAt: customer.lastActivityAt,
    lastWroteAt: customer.lastWroteAt,
    channelId: told ? customer.channelId : null,
    guestId: told ? customer.guestId : null,
  };
}
