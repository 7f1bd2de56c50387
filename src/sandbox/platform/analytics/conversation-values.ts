import type { Conversation, Participant } from '../../conversation.ts';
import { type Leg, legStart } from '../../leg.ts';
import type { Customer, Org } from '../../org.ts';
import { directionOf, legAddresses, peerOf } from '../views/leg-addresses.ts';
import { metricsOf } from './metrics-of.ts';
import type { SegmentRecord } from './record.ts';
import { deliveryStatusOf, lastSent } from './session-record.ts';

/** Gives the value a filter asks about by its name; undefined when there is none. */
export type Read = (name: string) => unknown;

/** The values of a conversation itself, and its metrics added up over all its legs. */
export function conversationValues(org: Org, conversation: Conversation): Read {
  return (name) => {
    switch (name) {
      case 'conversationId':
        return conversation.id;
      case 'conversationStart':
        return conversation.startedAt;
      case 'conversationEnd':
        return conversation.endedAt;
      case 'conversationInitiator':
        return directionOf(conversation) === 'inbound' ? 'customer' : 'agent';
      case 'originatingDirection':
        return directionOf(conversation);
      case 'customerParticipation':
        return conversation.messages.some(({ direction }) => direction === 'inbound');
      case 'divisionId':
        return org.id;
      case 'tConversationDuration':
        return conversation.endedAt === undefined ? undefined : conversation.endedAt - conversation.startedAt;
      case 'nConversations':
        return 1;
      default:
        return /^[not][A-Z]/.test(name) ? metricSum(conversation, name) : undefined;
    }
  };
}

function metricSum(conversation: Conversation, name: string): number | undefined {
  const values = conversation.participants.flatMap((participant) =>
    participant.legs.flatMap((leg) =>
      metricsOf(conversation, participant, leg).flatMap((metric) =>
        metric.name === name ? metric.value : [],
      ),
    ),
  );
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
}

/** The values of a segment, or of a leg when no filter asks about its segments. */
export function segmentValues(
  conversation: Conversation,
  customer: Customer,
  participant: Participant,
  leg: Leg,
  segment?: SegmentRecord,
): Read {
  const { purpose } = participant;
  const ofCustomer = purpose === 'customer';
  return (name) => {
    switch (name) {
      case 'mediaType':
        return 'message';
      case 'messageType':
        return 'webmessaging';
      case 'provider':
        return 'PureCloud Messaging';
      case 'conference':
        return false;
      case 'purpose':
        return purpose;
      case 'direction':
        return directionOf(conversation);
      case 'participantId':
        return participant.id;
      case 'participantName':
        return participant.name === '' ? undefined : participant.name;
      case 'userId':
        return participant.userId;
      case 'externalContactId':
        return participant.externalContactId;
      case 'queueId':
        return leg.queueId ?? participant.queueId;
      case 'sessionId':
        return leg.communicationId;
      case 'peerId':
        return peerOf(conversation, participant, leg);
      case 'addressFrom':
        return legAddresses(conversation, customer, participant).from;
      case 'addressTo':
        return legAddresses(conversation, customer, participant).to;
      case 'remote':
        return ofCustomer ? undefined : (customer.name ?? 'Guest');
      case 'authenticated':
        return ofCustomer && customer.signedInAs !== undefined;
      case 'cleared':
        return leg.cleared === true;
      case 'deliveryStatus': {
        const sent = lastSent(conversation, leg);
        return sent && deliveryStatusOf(sent);
      }
      case 'journeyCustomerId':
        return ofCustomer ? customer.id : undefined;
      case 'journeyCustomerIdType':
        return ofCustomer ? 'cookie' : undefined;
      case 'journeyCustomerSessionId':
        return ofCustomer ? customer.guestId : undefined;
      case 'journeyCustomerSessionIdType':
        return ofCustomer ? 'web' : undefined;
      case 'flowName':
        return purpose === 'workflow' ? participant.name : undefined;
      case 'flowId':
      case 'entryReason':
        return purpose === 'workflow' ? conversation.deploymentId : undefined;
      case 'flowType':
        return purpose === 'workflow' ? 'INBOUNDSHORTMESSAGE' : undefined;
      case 'segmentType':
      case 'disconnectType':
      case 'wrapUpCode':
      case 'wrapUpNote':
        return segment?.[name];
      case 'segmentEnd':
        return segment?.segmentEnd === undefined ? undefined : Date.parse(segment.segmentEnd);
      case 'tSegmentDuration':
        return segment?.segmentEnd === undefined
          ? undefined
          : Date.parse(segment.segmentEnd) - Date.parse(segment.segmentStart);
      default:
        return undefined;
    }
  };
}

/** Names that differ between the segments of a leg. */
export const ofSegments: readonly string[] = [
  'segmentType',
  'disconnectType',
  'wrapUpCode',
  'wrapUpNote',
  'segmentEnd',
  'tSegmentDuration',
];

/** When the last thing happened on the leg. */
export function legEnd(leg: Leg): number | undefined {
  if (leg.wrapUp !== undefined) return leg.wrapUp.to;
  return leg.state === 'disconnected' ? (leg.disconnectedAt ?? legStart(leg)) : undefined;
}
