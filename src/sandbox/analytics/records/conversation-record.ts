import { isoTime } from '../../iso-time.ts';
import { inactivityTimeout } from '../../platform/views/inactivity-timeout.ts';
import { directionOf } from '../../platform/views/leg-addresses.ts';
import type { Conversation } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';
import type { ConversationRecord } from './record.ts';
import { sessionRecord } from './session-record.ts';

/** The analytics record of a conversation as it is now; a job's has the participants' attributes too. */
export function conversationRecord(
  org: Org,
  conversation: Conversation,
  customer: Customer,
  { withAttributes = false }: { readonly withAttributes?: boolean } = {},
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
    ...inactivityTimeout(org, conversation),
    participants: conversation.participants.map((participant) => {
      const { id, name, purpose, userId, externalContactId, attributes, legs } = participant;
      return {
        participantId: id,
        ...(name !== '' && { participantName: name }),
        purpose,
        ...(userId !== undefined && { userId }),
        ...(externalContactId !== undefined && { externalContactId }),
        ...(withAttributes && { attributes: attributes ?? {} }),
        sessions: legs.map((leg) => sessionRecord(conversation, customer, participant, leg)),
      };
    }),
  };
}
