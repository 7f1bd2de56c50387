import type { Conversation, Message, Participant } from '../../conversation.ts';
import { isoTime } from '../../iso-time.ts';
import type { Leg } from '../../leg.ts';
import type { Customer, Org } from '../../org.ts';
import { directionOf, legAddresses, peerOf } from '../views/leg-addresses.ts';
import type { ConversationRecord, ParticipantRecord, SessionRecord } from './record.ts';
import { segmentsOf } from './segments-of.ts';

/** The analytics record of a conversation as it is now. */
export function conversationRecord(
  org: Org,
  conversation: Conversation,
  customer: Customer,
): ConversationRecord {
  const direction = directionOf(conversation);
  return {
    conversationId: conversation.id,
    conversationStart: isoTime(conversation.startedAt),
    ...(conversation.endedAt !== undefined && { conversationEnd: isoTime(conversation.endedAt) }),
    originatingDirection: direction,
    conversationInitiator: direction === 'inbound' ? 'customer' : 'agent',
    customerParticipation: conversation.messages.some((message) => message.direction === 'inbound'),
    divisionIds: [org.id],
    participants: conversation.participants.map((each) => participantRecord(conversation, customer, each)),
  };
}

function participantRecord(
  conversation: Conversation,
  customer: Customer,
  participant: Participant,
): ParticipantRecord {
  const { id, name, purpose, userId, externalContactId, legs } = participant;
  return {
    participantId: id,
    ...(name !== '' && { participantName: name }),
    purpose,
    ...(userId !== undefined && { userId }),
    ...(externalContactId !== undefined && { externalContactId }),
    sessions: legs.map((leg) => sessionRecord(conversation, customer, participant, leg)),
  };
}

function sessionRecord(
  conversation: Conversation,
  customer: Customer,
  participant: Participant,
  leg: Leg,
): SessionRecord {
  const { purpose } = participant;
  const { from, to } = legAddresses(conversation, customer, participant);
  const peerId = peerOf(conversation, participant, leg);
  const server = conversation.participants.find(({ legs }) =>
    legs.some(({ communicationId }) => communicationId === peerId),
  );
  const written = conversation.messages.filter(
    ({ communicationId }) => communicationId === leg.communicationId,
  );
  const sent = written.findLast(({ direction }) => direction === 'outbound');
  return {
    sessionId: leg.communicationId,
    mediaType: 'message',
    messageType: 'webmessaging',
    direction: directionOf(conversation),
    addressFrom: from,
    addressTo: to,
    ...(peerId !== undefined && { peerId }),
    provider: 'PureCloud Messaging',
    ...(purpose !== 'customer' && { remote: customer.name ?? 'Guest' }),
    authenticated: false,
    cleared: leg.cleared === true,
    ...(sent !== undefined && deliveryOf(sent)),
    ...(purpose === 'customer' && {
      journeyCustomerId: customer.id,
      journeyCustomerIdType: 'cookie' as const,
      journeyCustomerSessionId: customer.guestId,
      journeyCustomerSessionIdType: 'web' as const,
      requestedRoutings: ['Standard'],
      ...(server?.userId !== undefined && { usedRouting: 'Standard', selectedAgentId: server.userId }),
    }),
    ...(purpose === 'workflow' && { flow: flowOf(conversation, participant) }),
    ...(purpose === 'acd' && { flowInType: 'INQUEUESHORTMESSAGE' }),
    metrics: metricsOf(leg, written),
    segments: segmentsOf(participant, leg),
  };
}

/** unverified: on which leg the platform emits `oMessageTurn`; here it is the leg of who wrote. */
function metricsOf({ connectedAt }: Leg, written: readonly Message[]): SessionRecord['metrics'] {
  return [
    ...(connectedAt === undefined ? [] : [{ emitDate: isoTime(connectedAt), name: 'nConnected', value: 1 }]),
    ...written.map(({ at }) => ({ emitDate: isoTime(at), name: 'oMessageTurn', value: 1 })),
  ];
}

function flowOf({ deploymentId, participants }: Conversation, workflow: Participant): Record<string, string> {
  const queue = participants.find(({ purpose }) => purpose === 'acd');
  return {
    flowId: deploymentId,
    flowName: workflow.name,
    flowType: 'INBOUNDSHORTMESSAGE',
    flowVersion: '1.0',
    entryReason: deploymentId,
    entryType: 'direct',
    exitReason: 'TRANSFER',
    transferType: 'ACD',
    ...(queue?.queueId !== undefined && {
      transferTargetAddress: queue.queueId,
      transferTargetName: queue.name,
    }),
  };
}

function deliveryOf({
  status,
  at,
  statusAt = at,
}: Message): Pick<SessionRecord, 'deliveryStatus' | 'deliveryStatusChangeDate'> {
  const names = {
    queued: 'Queued',
    sent: 'Sent',
    received: 'Received',
    'delivery-success': 'DeliverySuccess',
    'delivery-failed': 'DeliveryFailed',
  };
  return { deliveryStatus: names[status], deliveryStatusChangeDate: isoTime(statusAt) };
}
