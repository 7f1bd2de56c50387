import type {
  AnalyticsConversation,
  AnalyticsSegment,
  AnalyticsSession,
} from '../genesys/wire/analytics-conversation.ts';
import { isPlatformId } from '../genesys/wire/platform-id.ts';
import { customerName } from './customer-name.ts';
import type { Session } from './session.ts';
import { sessionEndOf } from './session-end-of.ts';
import { latestOf, timeOf } from './times.ts';

/**
 * The customer's session in one conversation of the details query, or null when it is not one: no inbound web messaging
 * leg of a customer with both addresses. On that leg `addressTo` is the deployment and `addressFrom` the guest
 * (field report: a recorded conversation); other legs have them the other way round. Pure.
 */
export function sessionFromAnalytics(conversation: AnalyticsConversation): Session | null {
  const startedAt = timeOf(conversation.conversationStart);
  const customer = latestCustomer(conversation);
  if (startedAt === null || customer === null) return null;
  const { participant, leg } = customer;
  const endedAt = legEnd(leg);
  const lastActivityAt = endedAt ?? latestOf(legTimes(conversation, leg)) ?? startedAt;
  const agents = legsOf(conversation, 'agent').filter(({ leg: agentLeg }) =>
    (agentLeg.segments ?? []).some(({ segmentType }) => segmentType === 'interact'),
  );
  const queues = legsOf(conversation, 'acd');
  return {
    conversationId: conversation.conversationId,
    channelId: customer.channelId,
    guestId: customer.guestId,
    externalContactId: participant.externalContactId || null,
    customerName: customerName(participant.participantName),
    queueId: lastQueue(queues.flatMap(({ leg: acd }) => acd.segments ?? [])),
    lastAgentId: latestBy(agents, ({ leg: agentLeg }) => started(agentLeg))?.participant.userId ?? null,
    startedAt,
    lastActivityAt,
    endedAt,
    endedBy: endedAt === null ? null : sessionEndOf(lastDisconnect(leg), agents.length > 0),
    attended: endedAt === null && conversation.participants.some(attends),
    cleared: endedAt === null ? null : leg.cleared === true,
    abandoned: endedAt !== null && queues.length > 0 && agents.length === 0,
  };
}

/** Any leg but the customer's own, and but a message passing through, that is not over. */
function attends({ purpose, sessions }: Participant): boolean {
  if (purpose === 'customer' || purpose === 'external' || purpose === 'api') return false;
  return (sessions ?? []).some((leg) => (leg.segments ?? []).length > 0 && legEnd(leg) === null);
}

type Participant = AnalyticsConversation['participants'][number];

interface Leg {
  readonly participant: Participant;
  readonly leg: AnalyticsSession;
}

function latestCustomer(
  conversation: AnalyticsConversation,
): (Leg & { channelId: string; guestId: string }) | null {
  const legs = legsOf(conversation, 'customer').flatMap(({ participant, leg }) => {
    const { mediaType, messageType, direction, addressTo, addressFrom } = leg;
    // An outbound leg was not begun by the customer, and which address is whose there is not documented.
    if (mediaType !== 'message' || messageType !== 'webmessaging' || direction === 'outbound') return [];
    return addressTo && addressFrom && isPlatformId(addressTo)
      ? [{ participant, leg, channelId: addressTo, guestId: addressFrom }]
      : [];
  });
  return latestBy(legs, ({ leg }) => started(leg));
}

function legsOf(conversation: AnalyticsConversation, purpose: string): Leg[] {
  return conversation.participants
    .filter((participant) => participant.purpose === purpose)
    .flatMap((participant) => (participant.sessions ?? []).map((leg) => ({ participant, leg })));
}

/** When the leg ended: the end of its last segment; null while any segment is open, or when there is none. */
function legEnd(leg: AnalyticsSession): number | null {
  const ends = (leg.segments ?? []).map(({ segmentEnd }) => timeOf(segmentEnd));
  return ends.includes(null) ? null : latestOf(ends);
}

/** How the leg's last segment ended. */
function lastDisconnect(leg: AnalyticsSession): string | null {
  return latestBy(leg.segments ?? [], ({ segmentEnd }) => timeOf(segmentEnd))?.disconnectType ?? null;
}

/**
 * What is known of activity while the customer's leg is open. It is one long segment then, so the other legs and the
 * measures (a message turn, an answer) tell more than it does.
 */
function legTimes(conversation: AnalyticsConversation, customerLeg: AnalyticsSession): (number | null)[] {
  const legs = conversation.participants.flatMap(({ sessions }) => sessions ?? []);
  return [...legs, customerLeg].flatMap((leg) => [
    ...(leg.segments ?? []).flatMap(({ segmentStart, segmentEnd }) => [
      timeOf(segmentStart),
      timeOf(segmentEnd),
    ]),
    ...(leg.metrics ?? []).map(({ emitDate }) => timeOf(emitDate)),
  ]);
}

function lastQueue(segments: readonly AnalyticsSegment[]): string | null {
  const named = segments.filter(({ queueId }) => queueId);
  return latestBy(named, ({ segmentStart }) => timeOf(segmentStart))?.queueId ?? null;
}

function started(leg: AnalyticsSession): number | null {
  return latestOf((leg.segments ?? []).map(({ segmentStart }) => timeOf(segmentStart)));
}

function latestBy<T>(list: readonly T[], timeOfItem: (item: T) => number | null): T | null {
  let found: T | null = null;
  let at = Number.NEGATIVE_INFINITY;
  for (const item of list) {
    const time = timeOfItem(item) ?? Number.NEGATIVE_INFINITY;
    if (found === null || time >= at) {
      found = item;
      at = time;
    }
  }
  return found;
}
