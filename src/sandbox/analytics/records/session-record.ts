import { isoTime } from '../../iso-time.ts';
import { directionOf, legAddresses, peerOf } from '../../platform/views/leg-addresses.ts';
import type { Conversation, Message, Participant } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import type { Leg } from '../../world/leg.ts';
import { metricsOf } from './metrics-of.ts';
import type { SessionRecord } from './record.ts';
import { segmentsOf } from './segments-of.ts';

/** One leg as analytics records it. */
export function sessionRecord(
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
  const sent = lastSent(conversation, leg);
  return {
    sessionId: leg.communicationId,
    mediaType: 'message',
    messageType: conversation.messageType ?? 'webmessaging',
    direction: directionOf(conversation),
    addressFrom: from,
    addressTo: to,
    ...(peerId !== undefined && { peerId }),
    provider: 'PureCloud Messaging',
    ...(purpose !== 'customer' && { remote: customer.name ?? 'Guest' }),
    authenticated: purpose === 'customer' && customer.signedInAs !== undefined,
    cleared: leg.cleared === true,
    ...(sent !== undefined && {
      deliveryStatus: deliveryStatusOf(sent),
      deliveryStatusChangeDate: isoTime(sent.statusAt ?? sent.at),
    }),
    ...(purpose === 'customer' && {
      journeyCustomerId: customer.journey?.customerId ?? customer.id,
      journeyCustomerIdType: 'cookie' as const,
      journeyCustomerSessionId: customer.journey?.sessionId ?? customer.guestId,
      journeyCustomerSessionIdType: 'web' as const,
      requestedRoutings: ['Standard'],
      ...(server?.userId !== undefined && { usedRouting: 'Standard', selectedAgentId: server.userId }),
    }),
    ...(purpose === 'workflow' && { flow: flowOf(conversation, participant, leg) }),
    ...(purpose === 'acd' && { flowInType: 'INQUEUESHORTMESSAGE' }),
    metrics: metricsOf(conversation, participant, leg),
    segments: segmentsOf(participant, leg),
  };
}

/** The last message that went out on a leg, whose delivery is the session's. */
export function lastSent({ messages }: Conversation, leg: Leg): Message | undefined {
  return messages.findLast(
    ({ communicationId, direction }) => communicationId === leg.communicationId && direction === 'outbound',
  );
}

/** As analytics writes it: `DeliverySuccess`. */
export function deliveryStatusOf({ status }: Message): string {
  const names = {
    queued: 'Queued',
    sent: 'Sent',
    received: 'Received',
    'delivery-success': 'DeliverySuccess',
    'delivery-failed': 'DeliveryFailed',
  };
  return names[status];
}

function flowOf(
  { deploymentId, participants }: Conversation,
  workflow: Participant,
  leg: Leg,
): Record<string, string> {
  const queue = participants[participants.indexOf(workflow) + 1];
  return {
    flowId: deploymentId,
    flowName: workflow.name,
    flowType: 'INBOUNDSHORTMESSAGE',
    flowVersion: '1.0',
    entryReason: deploymentId,
    entryType: 'direct',
    ...(leg.disconnectedAt !== undefined && { exitReason: 'TRANSFER', transferType: 'ACD' }),
    ...(queue?.queueId !== undefined && {
      transferTargetAddress: queue.queueId,
      transferTargetName: queue.name,
    }),
  };
}
