import { cobrowseSides } from '../../cobrowse/cobrowse-sides.ts';
import { isoTime } from '../../iso-time.ts';
import type { Conversation, Participant } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import { type Leg, legStart, liveLeg } from '../../world/leg.ts';
import type { Org } from '../../world/org.ts';
import { inactivityTimeout } from './inactivity-timeout.ts';
import { directionOf, legAddresses, peerOf } from './leg-addresses.ts';
import { parkTimes, wrapUpView } from './leg-times.ts';
import { messageDetails } from './message-details.ts';
import { recentTransfers } from './transfer-view.ts';

/**
 * `GET /api/v2/conversations/{id}`: flat ids, and one entry of `messages[]` for each leg, whose id is the
 * communicationId. unverified: a message is listed on the leg of the participant who wrote it.
 */
export function conversationView(org: Org, conversation: Conversation, customer: Customer, now: number) {
  return {
    id: conversation.id,
    startTime: isoTime(conversation.startedAt),
    ...(conversation.endedAt !== undefined && { endTime: isoTime(conversation.endedAt) }),
    participants: conversation.participants.map((participant) => ({
      ...participantView(conversation, customer, participant, startAlertingTime),
      startTime: isoTime(legStart(participant.legs[0])),
      ...cobrowseSides(org, conversation, participant, now),
    })),
    recordingState: 'none',
    recentTransfers: recentTransfers(conversation),
    ...inactivityTimeout(org, conversation),
    divisions: [],
    selfUri: `/api/v2/conversations/${conversation.id}`,
  };
}

/** Body of `v2.users.{id}.conversations` and `v2.routing.queues.{id}.conversations`: no startTime, startAlertingTime or selfUri. */
export function conversationEvent(org: Org, conversation: Conversation, customer: Customer, now: number) {
  return {
    id: conversation.id,
    participants: conversation.participants.map((each) => ({
      ...participantView(conversation, customer, each),
      ...cobrowseSides(org, conversation, each, now),
    })),
    recentTransfers: recentTransfers(conversation),
    recordingState: 'none',
    ...inactivityTimeout(org, conversation),
    divisions: [],
  };
}

/** unverified: `connectedTime` is of the first leg, `endTime` there once the last one is over. */
function participantView(
  conversation: Conversation,
  customer: Customer,
  participant: Participant,
  more: (leg: Leg) => object = () => ({}),
) {
  const { id, name, purpose, userId, queueId, externalContactId, attributes = {}, legs } = participant;
  const { disconnectedAt } = liveLeg(participant);
  const connectedAt = legs.find((leg) => leg.connectedAt !== undefined)?.connectedAt;
  return {
    id,
    ...(name !== '' && { name }),
    ...(connectedAt !== undefined && { connectedTime: isoTime(connectedAt) }),
    ...(disconnectedAt !== undefined && { endTime: isoTime(disconnectedAt) }),
    purpose,
    ...(userId !== undefined && { userId }),
    ...(queueId !== undefined && { queueId }),
    ...(externalContactId !== undefined && { externalContactId }),
    ...(purpose === 'agent' && wrapUpView(liveLeg(participant))),
    attributes,
    messages: legs.map((leg) => ({ ...legView(conversation, customer, participant, leg), ...more(leg) })),
  };
}

function legView(conversation: Conversation, customer: Customer, participant: Participant, leg: Leg) {
  const { from, to } = legAddresses(conversation, customer, participant);
  const peerId = peerOf(conversation, participant, leg);
  return {
    id: leg.communicationId,
    state: leg.state,
    initialState: leg.alertedAt === undefined ? 'connected' : 'alerting',
    direction: directionOf(conversation),
    ...(leg.disconnectType !== undefined && { disconnectType: leg.disconnectType }),
    held: false,
    provider: 'PureCloud Messaging',
    ...(peerId !== undefined && { peerId }),
    fromAddress: { addressNormalized: from, addressRaw: from },
    toAddress: { addressNormalized: to, addressRaw: to },
    ...(leg.connectedAt !== undefined && { connectedTime: isoTime(leg.connectedAt) }),
    ...(leg.disconnectedAt !== undefined && { disconnectedTime: isoTime(leg.disconnectedAt) }),
    ...parkTimes(leg),
    type: conversation.messageType ?? 'webmessaging',
    messages: conversation.messages
      .filter(({ communicationId }) => communicationId === leg.communicationId)
      .map((message) => ({ messageId: message.id, ...messageDetails(message) })),
  };
}

function startAlertingTime({ alertedAt }: Leg): { startAlertingTime?: string } {
  return alertedAt === undefined ? {} : { startAlertingTime: isoTime(alertedAt) };
}
