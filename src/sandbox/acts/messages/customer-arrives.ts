import { channelOf } from '../../open/channel-of.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { Conversation, Participant } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import { liveLeg } from '../../world/leg.ts';
import type { Org } from '../../world/org.ts';
import { enterQueue } from '../agents/enter-queue.ts';
import { customerOf } from '../conversation/customer-leg.ts';
import { isConnected } from '../conversation/is-connected.ts';
import { latestConversation } from './latest-conversation.ts';
import { takesNewMessages } from './takes-new-messages.ts';

/**
 * The customer is there and wants something: gives the conversation that goes on with them, connected and with a queue
 * or an agent. That is the running one, the last one when it ended within the threading window and the guest did not
 * start anew, or a new one. Renews the guest's session; one that has run out begins again with an empty history.
 */
export function customerArrives(
  sandbox: Sandbox,
  org: Org,
  customer: Customer,
  attributes?: Record<string, string>,
): Conversation {
  const now = sandbox.now();
  const expired = customer.sessionExpiresAt <= now;
  const latest = latestConversation(org, customer);
  const through = expired || customer.startsNew === true || customer.readOnly === true;
  const goesOn = latest !== undefined && !through && takesNewMessages(org, latest, now);
  const conversation = goesOn ? latest : beginConversation(sandbox, org, customer);
  if (!isConnected(conversation)) connectAgain(sandbox, org, conversation);
  if (!conversation.participants.some(isServing)) routeToQueue(sandbox, org, conversation);
  const person = customerOf(conversation);
  if (person !== undefined && attributes !== undefined) {
    person.attributes = { ...person.attributes, ...attributes };
  }
  if (expired) customer.historyFrom = now;
  if (!goesOn) delete customer.autoStarted;
  for (const over of ['startsNew', 'readOnly', 'wiped'] as const) delete customer[over];
  const { sessionDurationSeconds } = channelOf(org, customer.deploymentId);
  customer.sessionExpiresAt = now + sessionDurationSeconds * 1000;
  return conversation;
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
    ...(org.openIntegrations.has(customer.deploymentId) && { messageType: 'open' }),
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
function connectAgain({ newId, now }: Sandbox, org: Org, conversation: Conversation): void {
  org.conversations.reopen(conversation);
  customerOf(conversation)?.legs.push({ communicationId: newId(), state: 'connected', connectedAt: now() });
}

/** The inbound message flow takes the customer to the queue of the last visit, or to the deployment's first. */
function routeToQueue(sandbox: Sandbox, org: Org, conversation: Conversation): void {
  const now = sandbox.now();
  const routed = channelOf(org, conversation.deploymentId).queueIds;
  const last = conversation.participants.findLast(({ queueId }) => queueId !== undefined)?.queueId;
  const queue = org.queues.get(last ?? routed[0] ?? '');
  org.conversations.addParticipant(conversation, {
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
  enterQueue({ sandbox, org, conversation }, queue);
}
