import type { Conversation, Participant } from '../../conversation.ts';
import { isoTime } from '../../iso-time.ts';
import type { Customer } from '../../org.ts';
import { directionOf, legAddresses, peerOf } from './leg-addresses.ts';

/**
 * `GET /api/v2/conversations/{id}`: flat ids, and one entry of `messages[]` for each leg, whose id is the
 * communicationId. unverified: a message is listed on the leg of the participant who wrote it.
 */
export function conversationView(conversation: Conversation, customer: Customer) {
  return {
    id: conversation.id,
    startTime: isoTime(conversation.startedAt),
    ...(conversation.endedAt !== undefined && { endTime: isoTime(conversation.endedAt) }),
    participants: conversation.participants.map((leg) => ({
      ...participantView(conversation, customer, leg),
      startTime: isoTime(leg.alertedAt ?? leg.connectedAt),
    })),
    recordingState: 'none',
    divisions: [],
    selfUri: `/api/v2/conversations/${conversation.id}`,
  };
}

/** Body of `v2.users.{id}.conversations` and `v2.routing.queues.{id}.conversations`: no startTime, no selfUri. */
export function conversationEvent(conversation: Conversation, customer: Customer) {
  return {
    id: conversation.id,
    participants: conversation.participants.map((leg) => participantView(conversation, customer, leg)),
    recentTransfers: [],
    recordingState: 'none',
    divisions: [],
  };
}

function participantView(conversation: Conversation, customer: Customer, leg: Participant) {
  const ended = leg.disconnectedAt !== undefined && { endTime: isoTime(leg.disconnectedAt) };
  const { from, to } = legAddresses(conversation, customer, leg);
  const peerId = peerOf(conversation, leg);
  return {
    id: leg.id,
    ...(leg.name !== '' && { name: leg.name }),
    connectedTime: isoTime(leg.connectedAt),
    ...ended,
    purpose: leg.purpose,
    ...(leg.userId !== undefined && { userId: leg.userId }),
    ...(leg.queueId !== undefined && { queueId: leg.queueId }),
    ...(leg.externalContactId !== undefined && { externalContactId: leg.externalContactId }),
    attributes: leg.attributes ?? {},
    messages: [
      {
        id: leg.communicationId,
        state: leg.state,
        direction: directionOf(conversation),
        ...(leg.disconnectType !== undefined && { disconnectType: leg.disconnectType }),
        held: false,
        provider: 'PureCloud Messaging',
        ...(peerId !== undefined && { peerId }),
        fromAddress: { addressNormalized: from, addressRaw: from },
        toAddress: { addressNormalized: to, addressRaw: to },
        ...(leg.alertedAt !== undefined && { startAlertingTime: isoTime(leg.alertedAt) }),
        connectedTime: isoTime(leg.connectedAt),
        ...(leg.disconnectedAt !== undefined && { disconnectedTime: isoTime(leg.disconnectedAt) }),
        type: 'webmessaging',
        messages: conversation.messages
          .filter(({ participantId }) => participantId === leg.id)
          .map(({ id, at, status }) => ({
            messageId: id,
            messageTime: isoTime(at),
            messageStatus: status,
            messageSegmentCount: 1,
            media: [],
            stickers: [],
            messageMetadata: { type: 'Text', events: [], content: [] },
          })),
      },
    ],
  };
}
