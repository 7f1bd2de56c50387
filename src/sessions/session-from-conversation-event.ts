import type { ConversationWire, ParticipantWire } from '../genesys/wire/conversation.ts';
import { customerLeg } from './customer-leg.ts';
import { mergeSession } from './merge-session.ts';
import type { Session } from './session.ts';
import { sessionEndOf } from './session-end-of.ts';
import { latestOf, timeOf } from './times.ts';

/**
 * The session as it is after a conversation event, joined with what was known of it. Null when the conversation has no
 * web messaging customer, or when neither the event nor the known session says which deployment and guest it is. Pure.
 */
export function sessionFromConversationEvent(
  conversation: ConversationWire,
  known: Session | null,
): Session | null {
  const customer = customerLeg(conversation);
  if (customer === null) return null;
  const channelId = known?.channelId ?? customer.channelId;
  const guestId = known?.guestId ?? customer.guestId;
  const lastActivityAt = customer.lastActivityAt ?? known?.lastActivityAt ?? null;
  if (channelId === null || guestId === null || lastActivityAt === null) return null;
  const queues = conversation.participants.filter(({ purpose }) => purpose === 'acd');
  const agents = conversation.participants.filter(
    (participant) => participant.purpose === 'agent' && connectedAt(participant) !== null,
  );
  return mergeSession(known, {
    conversationId: conversation.id,
    channelId,
    guestId,
    externalContactId: customer.externalContactId,
    customerName: customer.customerName,
    queueId: last(queues, ({ queueId }) => queueId),
    lastAgentId: last(agents, ({ userId }) => userId),
    startedAt:
      timeOf(conversation.startTime) ?? known?.startedAt ?? firstConnected(conversation) ?? lastActivityAt,
    lastActivityAt,
    endedAt: customer.endedAt,
    endedBy: sessionEndOf(customer.endedBy, agents.length > 0 || (known?.lastAgentId ?? null) !== null),
    attended: customer.connected && conversation.participants.some(attends),
    cleared: null,
    abandoned: customer.endedAt !== null && queues.length > 0 && agents.length === 0,
  });
}

/** Any leg but the customer's own, and but a message passing through, that is not over. */
function attends({ purpose, messages }: ParticipantWire): boolean {
  if (purpose === 'customer' || purpose === 'external' || purpose === 'api') return false;
  return (messages ?? []).some(({ state }) => typeof state === 'string' && state !== 'disconnected');
}

/** When a participant was last connected; an agent who was only alerted never was. */
function connectedAt(participant: ParticipantWire): number | null {
  const legs = (participant.messages ?? []).map(({ connectedTime }) => timeOf(connectedTime));
  return latestOf([...legs, timeOf(participant.connectedTime)]);
}

function firstConnected(conversation: ConversationWire): number | null {
  const times = conversation.participants.map(connectedAt).filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

function last(
  participants: readonly ParticipantWire[],
  pick: (participant: ParticipantWire) => string | null | undefined,
): string | null {
  const inOrder = participants.toSorted((a, b) => (connectedAt(a) ?? 0) - (connectedAt(b) ?? 0));
  const found = inOrder.findLast((participant) => pick(participant));
  return (found === undefined ? null : pick(found)) ?? null;
}
