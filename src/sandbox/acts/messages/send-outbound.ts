import type { Sandbox } from '../../sandbox.ts';
import type { Conversation, Message, Participant } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';
import { publishConversation } from '../conversation/publish-conversation.ts';
import { addMessage } from './add-message.ts';
import { deliverMessage } from './deliver-message.ts';
import { latestConversation } from './latest-conversation.ts';
import { takesNewMessages } from './takes-new-messages.ts';

export interface Outbound {
  readonly text: string;
  /** Shown to the guest as the sender. */
  readonly fromName?: string;
  readonly originatingEntity: 'Human' | 'Bot';
}

/**
 * Puts a message for the customer on the last conversation, or on a new one when its threading window is over, as an
 * `api` participant who comes and goes; the customer stays connected or disconnected as before. With `onto` it is put
 * there, however long that is over. Starts the delivery.
 */
export function sendOutbound(
  sandbox: Sandbox,
  org: Org,
  customer: Customer,
  { text, fromName, originatingEntity }: Outbound,
  onto?: Conversation,
): { conversation: Conversation; message: Message } {
  const now = sandbox.now();
  const sender = passingLeg(sandbox, 'api', fromName ?? 'Agentless message', now);
  const latest = onto ?? latestConversation(org, customer);
  let conversation: Conversation;
  if (latest !== undefined && (latest === onto || takesNewMessages(org, latest, now))) {
    conversation = latest;
    org.conversations.addParticipant(conversation, sender);
    if (conversation.endedAt !== undefined) org.conversations.end(conversation, now);
  } else {
    conversation = {
      id: sandbox.newId(),
      orgId: org.id,
      customerId: customer.id,
      deploymentId: customer.deploymentId,
      startedAt: now,
      endedAt: now,
      participants: [
        sender,
        {
          ...passingLeg(sandbox, 'customer', customer.name ?? '', now),
          attributes: { timeZone: customer.timeZone },
          ...(customer.externalContactId !== null && { externalContactId: customer.externalContactId }),
        },
      ],
      messages: [],
    };
    org.conversations.set(conversation.id, conversation);
  }
  const message: Message = {
    id: sandbox.newId(),
    participantId: sender.id,
    communicationId: sender.legs[0].communicationId,
    direction: 'outbound',
    text,
    at: now,
    status: 'queued',
    originatingEntity,
    ...(fromName !== undefined && { fromName }),
  };
  addMessage({ org, conversation }, message);
  sandbox.later(0, () => publishConversation(sandbox, org, conversation, customer));
  deliverMessage(sandbox, org, conversation, customer, message);
  return { conversation, message };
}

function passingLeg(
  { newId }: Sandbox,
  purpose: Participant['purpose'],
  name: string,
  at: number,
): Participant {
  return {
    id: newId(),
    purpose,
    name,
    legs: [
      {
        communicationId: newId(),
        state: 'disconnected',
        connectedAt: at,
        disconnectedAt: at,
        disconnectType: purpose === 'api' ? 'client' : 'peer',
      },
    ],
  };
}
