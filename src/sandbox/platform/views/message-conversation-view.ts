import { isoTime } from '../../iso-time.ts';
import type { Conversation, Message, Participant } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import { legStart, liveLeg } from '../../world/leg.ts';
import type { Org } from '../../world/org.ts';
import { inactivityTimeout } from './inactivity-timeout.ts';
import { directionOf, legAddresses, peerOf } from './leg-addresses.ts';
import { parkTimes, wrapUpView } from './leg-times.ts';
import { messageDetails } from './message-details.ts';
import { recentTransfers } from './transfer-view.ts';

/** `GET /api/v2/conversations/messages/{id}`: nested ids, one media, the last leg's state, no communicationId. */
export function messageConversationView(org: Org, conversation: Conversation, customer: Customer) {
  const { id } = conversation;
  return {
    id,
    participants: conversation.participants.map((participant) => {
      const { from, to } = legAddresses(conversation, customer, participant);
      const { alertedAt } = liveLeg(participant);
      return {
        ...flatParticipant(org, conversation, participant),
        startTime: isoTime(legStart(participant.legs[0])),
        ...(alertedAt !== undefined && { startAlertingTime: isoTime(alertedAt) }),
        fromAddress: { addressNormalized: from, addressRaw: from },
        toAddress: { addressNormalized: to, addressRaw: to },
        authenticated: participant.purpose === 'customer' && customer.signedInAs !== undefined,
        messages: written(conversation, participant).map((message) => ({
          messageId: message.id,
          messageURI: `/api/v2/conversations/messages/${id}/messages/${message.id}`,
          ...messageDetails(message),
        })),
      };
    }),
    otherMediaUris: [],
    recentTransfers: recentTransfers(conversation),
    ...inactivityTimeout(org, conversation),
    divisions: [],
    selfUri: `/api/v2/conversations/messages/${id}`,
  };
}

/** Body of `….conversations.messages` topics. Here a message's id is `message.id`, and there is no text. */
export function messageConversationEvent(org: Org, conversation: Conversation) {
  return {
    id: conversation.id,
    participants: conversation.participants.map((participant) => ({
      ...flatParticipant(org, conversation, participant),
      messages: written(conversation, participant).map((message) => ({
        message: { id: message.id },
        ...messageDetails(message),
      })),
    })),
    otherMediaUris: [],
    ...inactivityTimeout(org, conversation),
    divisions: [],
  };
}

function flatParticipant(org: Org, conversation: Conversation, participant: Participant) {
  const { id, name, purpose, userId, queueId, externalContactId, attributes = {} } = participant;
  const leg = liveLeg(participant);
  const queue = queueId === undefined ? undefined : org.queues.get(queueId);
  const peer = peerOf(conversation, participant, leg);
  return {
    id,
    ...(name !== '' && { name }),
    ...(leg.connectedAt !== undefined && { connectedTime: isoTime(leg.connectedAt) }),
    ...(leg.disconnectedAt !== undefined && { endTime: isoTime(leg.disconnectedAt) }),
    purpose,
    state: leg.state,
    direction: directionOf(conversation),
    ...(leg.disconnectType !== undefined && { disconnectType: leg.disconnectType }),
    held: false,
    ...(purpose === 'agent' && { wrapupRequired: true, wrapupPrompt: 'timeout', ...wrapUpView(leg) }),
    ...(userId !== undefined && { user: { id: userId, name } }),
    ...(queue !== undefined && { queue: { id: queue.id, name: queue.name } }),
    ...(externalContactId !== undefined && { externalContact: { id: externalContactId } }),
    attributes,
    provider: 'PureCloud Messaging',
    ...(peer !== undefined && { peer }),
    ...parkTimes(leg),
    type: conversation.messageType ?? 'webmessaging',
  };
}

function written(conversation: Conversation, { id }: Participant): Message[] {
  return conversation.messages.filter(({ participantId }) => participantId === id);
}
