import type { Conversation, Message, Participant } from '../../conversation.ts';
import { isoTime } from '../../iso-time.ts';
import type { Customer, Org } from '../../org.ts';
import { directionOf, legAddresses, peerOf } from '../views/leg-addresses.ts';
import type { ConversationRecord, ParticipantRecord, SegmentRecord, SessionRecord } from './record.ts';

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
    participants: conversation.participants.map((leg) => participantRecord(conversation, customer, leg)),
  };
}

function participantRecord(
  conversation: Conversation,
  customer: Customer,
  leg: Participant,
): ParticipantRecord {
  return {
    participantId: leg.id,
    ...(leg.name !== '' && { participantName: leg.name }),
    purpose: leg.purpose,
    ...(leg.userId !== undefined && { userId: leg.userId }),
    ...(leg.externalContactId !== undefined && { externalContactId: leg.externalContactId }),
    sessions: [sessionRecord(conversation, customer, leg)],
  };
}

function sessionRecord(conversation: Conversation, customer: Customer, leg: Participant): SessionRecord {
  const { from, to } = legAddresses(conversation, customer, leg);
  const peerId = peerOf(conversation, leg);
  const lastAgent = conversation.participants.findLast(({ purpose }) => purpose === 'agent');
  const sent = conversation.messages.findLast(
    ({ participantId, direction }) => participantId === leg.id && direction === 'outbound',
  );
  return {
    sessionId: leg.communicationId,
    mediaType: 'message',
    messageType: 'webmessaging',
    direction: directionOf(conversation),
    addressFrom: from,
    addressTo: to,
    ...(peerId !== undefined && { peerId }),
    provider: 'PureCloud Messaging',
    ...(leg.purpose !== 'customer' && { remote: customer.name ?? 'Guest' }),
    authenticated: false,
    cleared: false,
    ...(sent !== undefined && deliveryOf(sent)),
    ...(leg.purpose === 'customer' && {
      journeyCustomerId: customer.id,
      journeyCustomerIdType: 'cookie' as const,
      journeyCustomerSessionId: customer.guestId,
      journeyCustomerSessionIdType: 'web' as const,
      requestedRoutings: ['Standard'],
      ...(lastAgent?.userId !== undefined && { usedRouting: 'Standard', selectedAgentId: lastAgent.userId }),
    }),
    ...(leg.purpose === 'workflow' && { flow: flowOf(conversation, leg) }),
    ...(leg.purpose === 'acd' && { flowInType: 'INQUEUESHORTMESSAGE' }),
    metrics: metricsOf(conversation, leg),
    segments: segmentsOf(leg),
  };
}

/** unverified: on which leg the platform emits `oMessageTurn`; here it is the leg of who wrote. */
function metricsOf({ messages }: Conversation, leg: Participant): SessionRecord['metrics'] {
  const turns = messages.filter(({ participantId }) => participantId === leg.id);
  return [
    { emitDate: isoTime(leg.connectedAt), name: 'nConnected', value: 1 },
    ...turns.map(({ at }) => ({ emitDate: isoTime(at), name: 'oMessageTurn', value: 1 })),
  ];
}

function segmentsOf(leg: Participant): SegmentRecord[] {
  const queue = leg.queueId === undefined ? {} : { queueId: leg.queueId };
  const spans = [...(leg.earlier ?? []), leg];
  const segments: SegmentRecord[] = spans.map(({ connectedAt, disconnectedAt, disconnectType }) => ({
    segmentStart: isoTime(connectedAt),
    ...(disconnectedAt !== undefined && { segmentEnd: isoTime(disconnectedAt) }),
    segmentType: leg.purpose === 'api' ? 'system' : 'interact',
    conference: false,
    ...queue,
    ...(disconnectType !== undefined && { disconnectType: camelCase(disconnectType) }),
  }));
  if (leg.alertedAt !== undefined) {
    segments.unshift({
      segmentStart: isoTime(leg.alertedAt),
      segmentEnd: isoTime(leg.connectedAt),
      segmentType: 'alert',
      conference: false,
      ...queue,
    });
  }
  if (leg.purpose === 'agent' && leg.disconnectedAt !== undefined) {
    segments.push({
      segmentStart: isoTime(leg.disconnectedAt),
      segmentEnd: isoTime(leg.disconnectedAt + 1000),
      segmentType: 'wrapup',
      conference: false,
      ...queue,
    });
  }
  return segments;
}

function flowOf({ deploymentId, participants }: Conversation, leg: Participant): Record<string, string> {
  const queue = participants.find(({ purpose }) => purpose === 'acd');
  return {
    flowId: deploymentId,
    flowName: leg.name,
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
}: Message): Pick<SessionRecord, 'deliveryStatus' | 'deliveryStatusChangeDate'> {
  const names = {
    queued: 'Queued',
    sent: 'Sent',
    received: 'Received',
    'delivery-success': 'DeliverySuccess',
    'delivery-failed': 'DeliveryFailed',
  };
  return { deliveryStatus: names[status], deliveryStatusChangeDate: isoTime(at) };
}

/** `session.expired` → `sessionExpired` */
function camelCase(text: string): string {
  return text.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
}
