import { directionOf, legAddresses, peerOf } from '../../platform/views/leg-addresses.ts';
import type { Conversation, Participant } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import { type Leg, legStart } from '../../world/leg.ts';
import type { Org } from '../../world/org.ts';
import { camelCase } from '../records/camel-case.ts';
import { measure } from '../records/metrics-of.ts';
import { deliveryStatusOf, lastSent } from '../records/session-record.ts';
import type { Span } from '../records/spans-of.ts';

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

function metricSum(conversation: Conversation, asked: string): number | undefined {
  let sum: number | undefined;
  for (const { purpose, legs } of conversation.participants) {
    for (const leg of legs) {
      for (const [name, , value] of measure(conversation, purpose, leg)) {
        if (name === asked) sum = (sum ?? 0) + value;
      }
    }
  }
  return sum;
}

/** The values of a segment, or of a leg when no filter asks about its segments. */
export function segmentValues(
  conversation: Conversation,
  customer: Customer,
  participant: Participant,
  leg: Leg,
  span?: Span,
): Read {
  const { purpose } = participant;
  const ofCustomer = purpose === 'customer';
  return (name) => {
    switch (name) {
      case 'mediaType':
        return 'message';
      case 'messageType':
        return conversation.messageType ?? 'webmessaging';
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
        return span?.type;
      case 'disconnectType':
        return span?.disconnectType === undefined ? undefined : camelCase(span.disconnectType);
      case 'wrapUpCode':
      case 'wrapUpNote':
        return span?.[name];
      case 'segmentEnd':
        return span?.to;
      case 'tSegmentDuration':
        return span?.to === undefined ? undefined : span.to - span.from;
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
