import type { Conversation, Message, Participant } from '../conversation.ts';
import { messageFrame } from '../guest/structured-message.ts';
import { liveLeg } from '../leg.ts';
import type { Customer, Org } from '../org.ts';
import type { Sandbox } from '../sandbox.ts';
import { customerEntry } from './customer-entry.ts';
import { customerOf } from './customer-leg.ts';
import { isConnected } from './is-connected.ts';
import { latestConversation } from './latest-conversation.ts';
import { publishConversation } from './publish-conversation.ts';
import { takesNewMessages } from './takes-new-messages.ts';

/**
 * The customer writes in the messenger. It lands on the running conversation, on the last one when it ended within
 * the threading window (the customer is connected again and waits in a queue), or on a new one. Echoed to every
 * window of the guest, with the `tracingId` of the frame it came in.
 */
export function customerWrites(
  sandbox: Sandbox,
  org: Org,
  customer: Customer,
  text: string,
  {
    tracingId,
    attributes,
  }: { tracingId?: string | undefined; attributes?: Record<string, string> | undefined } = {},
): { conversationId: string; messageId: string } {
  const now = sandbox.now();
  const expired = customer.sessionExpiresAt <= now;
  const latest = latestConversation(org, customer);
  const conversation =
    latest !== undefined && !expired && takesNewMessages(org, latest, now)
      ? latest
      : beginConversation(sandbox, org, customer);
  if (!isConnected(conversation)) connectAgain(sandbox, conversation);
  if (!conversation.participants.some(isServing)) routeToQueue(sandbox, org, conversation);
  const author = customerOf(conversation);
  if (author === undefined) throw new Error('a conversation without its customer');
  if (attributes !== undefined) author.attributes = { ...author.attributes, ...attributes };
  const message: Message = {
    id: sandbox.newId(),
    participantId: author.id,
    communicationId: liveLeg(author).communicationId,
    direction: 'inbound',
    text,
    at: now,
    status: 'received',
  };
  conversation.messages.push(message);
  const duration = org.deployments.get(customer.deploymentId)?.sessionDurationSeconds ?? 0;
  customer.sessionExpiresAt = now + duration * 1000;
  sandbox.append(customerEntry('wrote', conversation, customer, message));
  sandbox.guests.send(customer.token, messageFrame(message, tracingId));
  sandbox.later(sandbox.settings.deliveryStepMs, () =>
    publishConversation(sandbox, org, conversation, customer),
  );
  return { conversationId: conversation.id, messageId: message.id };
}

/** An agent, or the queue the customer waits in. */
function isServing(participant: Participant): boolean {
  const { purpose } = participant;
  return (purpose === 'agent' || purpose === 'acd') && liveLeg(participant).state !== 'disconnected';
}

function beginConversation(sandbox: Sandbox, org: Org, customer: Customer): Conversation {
  const now = sandbox.now();
  const conversation: Conversation = {
    id: sandbox.newId(),
    orgId: org.id,
    customerId: customer.id,
    deploymentId: customer.deploymentId,
    startedAt: now,
    participants: [
      {
        id: sandbox.newId(),
        purpose: 'customer',
        name: customer.name ?? '',
        ...(customer.externalContactId !== null && { externalContactId: customer.externalContactId }),
        attributes: { timeZone: customer.timeZone },
        legs: [{ communicationId: sandbox.newId(), state: 'connected', connectedAt: now }],
      },
    ],
    messages: [],
  };
  org.conversations.set(conversation.id, conversation);
  return conversation;
}

/** unverified: the customer comes back as the same participant, on a new leg. */
function connectAgain({ newId, now }: Sandbox, conversation: Conversation): void {
  delete conversation.endedAt;
  customerOf(conversation)?.legs.push({ communicationId: newId(), state: 'connected', connectedAt: now() });
}

/** The inbound message flow takes the customer to the queue of the last visit, or to the deployment's first. */
function routeToQueue(sandbox: Sandbox, org: Org, conversation: Conversation): void {
  const now = sandbox.now();
  const routed = org.deployments.get(conversation.deploymentId)?.queueIds ?? [];
  const last = conversation.participants.findLast(({ queueId }) => queueId !== undefined)?.queueId;
  const queue = org.queues.get(last ?? routed[0] ?? '');
  conversation.participants.push({
    id: sandbox.newId(),
    purpose: 'workflow',
    name: `${org.name} inbound messages`,
    legs: [
      {
        communicationId: sandbox.newId(),
        state: 'disconnected',
        connectedAt: now,
        disconnectedAt: now,
        disconnectType: 'transfer',
      },
    ],
  });
  if (queue === undefined) return;
  conversation.participants.push({
    id: sandbox.newId(),
    purpose: 'acd',
    name: queue.name,
    queueId: queue.id,
    legs: [{ communicationId: sandbox.newId(), state: 'connected', connectedAt: now }],
  });
}
