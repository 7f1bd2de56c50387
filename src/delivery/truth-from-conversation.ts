import type { ConversationWire, LegWire } from '../genesys/wire/conversation.ts';
import type { Truth } from '../policy/facts.ts';
import { isOutboundStatus } from '../sessions/is-outbound-status.ts';

/** What the platform says of the customer's side this moment. `timeZoneAttribute`: where site or flow put the zone. */
export function truthFromConversation(conversation: ConversationWire, timeZoneAttribute: string): Truth {
  const customers = conversation.participants.filter(
    ({ purpose }) => purpose === 'customer' || purpose === 'external',
  );
  const legs = customers.flatMap(({ messages }) => messages ?? []);
  const live = (purposes: readonly string[]): boolean =>
    conversation.participants
      .filter(({ purpose }) => purposes.includes(purpose ?? ''))
      .some(({ messages }) =>
        (messages ?? []).some(({ state }) => typeof state === 'string' && state !== 'disconnected'),
      );
  const connected = legs.some(({ state }) => state !== 'disconnected');
  const agentOnIt = live(['agent', 'user']);
  const zone = customers
    .map(({ attributes }) => attributes?.[timeZoneAttribute])
    .find((value) => typeof value === 'string');
  return {
    customer: connected ? 'connected' : 'disconnected',
    agentOnIt,
    waiting: connected && !agentOnIt && live(['acd', 'workflow']),
    guestSessionExpired:
      legs.at(-1)?.disconnectType?.replaceAll(/[.\s]/g, '').toLowerCase() === 'sessionexpired',
    timeZone: zone ?? null,
    lastActivityAt: latest(legs),
  };
}

function latest(legs: readonly LegWire[]): number | null {
  const times = legs
    .flatMap((leg) => [
      leg.connectedTime,
      leg.disconnectedTime,
      // What the organisation wrote does not make the customer active.
      ...(leg.messages ?? [])
        .filter(({ messageStatus }) => !isOutboundStatus(messageStatus))
        .map(({ messageTime }) => messageTime),
    ])
    .map((time) => Date.parse(time ?? ''))
    .filter((time) => Number.isFinite(time));
  return times.length === 0 ? null : Math.max(...times);
}
