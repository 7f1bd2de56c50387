import type { Conversation, Message, Participant } from '../../conversation.ts';
import { isoTime } from '../../iso-time.ts';
import type { Customer, Org } from '../../org.ts';
import { directionOf, legAddresses, peerOf } from './leg-addresses.ts';

/** `GET /api/v2/conversations/messages/{id}`: nested ids, one media, no communicationId. */
export function messageConversationView(org: Org, conversation: Conversation, customer: Customer) {
  const { id } = conversation;
  return {
    id,
    participants: conversation.participants.map((leg) => {
      const { from, to } = legAddresses(conversation, customer, leg);
      return {
        ...flatParticipant(org, conversation, leg),
        startTime: isoTime(leg.alertedAt ?? leg.connectedAt),
        ...(leg.alertedAt !== undefined && { startAlertingTime: isoTime(leg.alertedAt) }),
        fromAddress: { addressNormalized: from, addressRaw: from },
        toAddress: { addressNormalized: to, addressRaw: to },
        authenticated: false,
        messages: written(conversation, leg).map((message) => ({
          messageId: message.id,
          messageURI: `/api/v2/conversations/messages/${id}/messages/${message.id}`,
          ...messageDetails(message),
        })),
      };
    }),
    otherMediaUris: [],
    recentTransfers: [],
    divisions: [],
    selfUri: `/api/v2/conversations/messages/${id}`,
  };
}

/** Body of `….conversations.messages` topics. Here a message's id is `message.id`, and there is no text. */
export function messageConversationEvent(org: Org, conversation: Conversation) {
  return {
    id: conversation.id,
    participants: conversation.participants.map((leg) => ({
      ...flatParticipant(org, conversation, leg),
      messages: written(conversation, leg).map((message) => ({
        message: { id: message.id },
        ...messageDetails(message),
      })),
    })),
    otherMediaUris: [],
    divisions: [],
  };
}

function flatParticipant(org: Org, conversation: Conversation, leg: Participant) {
  const queue = leg.queueId === undefined ? undefined : org.queues.get(leg.queueId);
  const peer = peerOf(conversation, leg);
  return {
    id: leg.id,
    ...(leg.name !== '' && { name: leg.name }),
    connectedTime: isoTime(leg.connectedAt),
    ...(leg.disconnectedAt !== undefined && { endTime: isoTime(leg.disconnectedAt) }),
    purpose: leg.purpose,
    state: leg.state,
    direction: directionOf(conversation),
    ...(leg.disconnectType !== undefined && { disconnectType: leg.disconnectType }),
    held: false,
    ...(leg.userId !== undefined && { user: { id: leg.userId, name: leg.name } }),
    ...(queue !== undefined && { queue: { id: queue.id, name: queue.name } }),
    ...(leg.externalContactId !== undefined && { externalContact: { id: leg.externalContactId } }),
    attributes: leg.attributes ?? {},
    provider: 'PureCloud Messaging',
    ...(peer !== undefined && { peer }),
    type: 'webmessaging',
  };
}

function written(conversation: Conversation, leg: Participant): Message[] {
  return conversation.messages.filter(({ participantId }) => participantId === leg.id);
}

function messageDetails({ at, status }: Message) {
  return {
    messageTime: isoTime(at),
    messageSegmentCount: 1,
    messageStatus: status,
    media: [],
    stickers: [],
    messageMetadata: { type: 'Text', events: [], content: [] },
  };
}
