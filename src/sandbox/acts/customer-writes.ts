import type { Conversation, Message, Participant } from '../conversation.ts';
import { messageFrame } from '../guest/structured-message.ts';
import type { Customer, Org } from '../org.ts';
import type { Sandbox } from '../sandbox.ts';
import { customerEntry } from './customer-entry.ts';
import { customerLeg } from './customer-leg.ts';
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
  if (!isConnected(conversation)) connectAgain(conversation, now);
  if (
    !conversation.participants.some(({ purpose, state }) => isServing(purpose) && state !== 'disconnected')
  ) {
    routeToQueue(sandbox, org, conversation);
  }
  const leg = customerLeg(conversation);
  if (leg !== undefined && attributes !== undefined) leg.attributes = { ...leg.attributes, ...attributes };
  const message: Message = {
    id: sandbox.newId(),
    participantId: leg?.id ?? '',
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

const isServing = (purpose: Participant['purpose']): boolean => purpose === 'agent' || purpose === 'acd';

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
        communicationId: sandbox.newId(),
        purpose: 'customer',
        name: customer.name ?? '',
        ...(customer.externalContactId !== null && { externalContactId: customer.externalContactId }),
        attributes: { timeZone: customer.timeZone },
        state: 'connected',
        connectedAt: now,
      },
    ],
    messages: [],
  };
  org.conversations.set(conversation.id, conversation);
  return conversation;
}

/** unverified: the customer comes back on the same leg, not on a new one. */
function connectAgain(conversation: Conversation, now: number): void {
  const leg = customerLeg(conversation);
  delete conversation.endedAt;
  if (leg?.disconnectedAt === undefined) return;
  const { connectedAt, disconnectedAt, disconnectType, earlier = [] } = leg;
  leg.earlier = [...earlier, { connectedAt, disconnectedAt, ...(disconnectType && { disconnectType }) }];
  leg.state = 'connected';
  leg.connectedAt = now;
  delete leg.disconnectedAt;
  delete leg.disconnectType;
}

/** The inbound message flow takes the customer to the queue of the last visit, or to the deployment's first. */
function routeToQueue(sandbox: Sandbox, org: Org, conversation: Conversation): void {
  const now = sandbox.now();
  const routed = org.deployments.get(conversation.deploymentId)?.queueIds ?? [];
  const last = conversation.participants.findLast(({ queueId }) => queueId !== undefined)?.queueId;
  const queue = org.queues.get(last ?? routed[0] ?? '');
  const leg = (purpose: 'workflow' | 'acd', name: string) => ({
    id: sandbox.newId(),
    communicationId: sandbox.newId(),
    purpose,
    name,
    connectedAt: now,
  });
  conversation.participants.push({
    ...leg('workflow', `${org.name} inbound messages`),
    state: 'disconnected',
    disconnectedAt: now,
    disconnectType: 'transfer',
  });
  if (queue === undefined) return;
  conversation.participants.push({ ...leg('acd', queue.name), queueId: queue.id, state: 'connected' });
}
