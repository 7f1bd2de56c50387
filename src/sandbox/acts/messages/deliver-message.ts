import { messageFrame } from '../../guest/structured-message.ts';
import { deliverToWebhook } from '../../open/deliver-to-webhook.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { Conversation, Message } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import { liveLeg } from '../../world/leg.ts';
import type { Org } from '../../world/org.ts';
import { publishConversation } from '../conversation/publish-conversation.ts';
import { isOnline } from '../guest/is-online.ts';
import { customerEntry } from './customer-entry.ts';

/**
 * Takes an outbound message from `queued` over `sent` to the guest's open messenger, or to `delivery-failed` when
 * nobody looks: then the undelivered topic says so and the message waits in the session's history. Goes on from where a
 * restart of the sandbox has stopped it. Of an Open Messaging conversation it goes to the integration's webhook, once
 * (what a restart interrupts there is not taken up again).
 */
export function deliverMessage(
  sandbox: Sandbox,
  org: Org,
  conversation: Conversation,
  customer: Customer,
  message: Message,
): void {
  const { later, settings } = sandbox;
  const setStatus = (status: Message['status']): void => {
    message.status = status;
    message.statusAt = sandbox.now();
  };
  const tell = (): void => publishConversation(sandbox, org, conversation, customer);
  const integration = org.openIntegrations.get(conversation.deploymentId);
  const step = (): void => {
    if (conversation.messageType === 'open') {
      if (message.status !== 'queued') return;
      setStatus('sent');
      if (integration !== undefined) {
        later(settings.deliveryStepMs, () =>
          deliverToWebhook({ sandbox, org, conversation, customer }, integration, message),
        );
      }
      tell();
      return;
    }
    if (message.status === 'queued') {
      setStatus('sent');
      later(settings.deliveryStepMs, step);
    } else if (message.status === 'sent') {
      const online = isOnline(sandbox, customer);
      setStatus(online ? 'delivery-success' : 'delivery-failed');
      sandbox.append(customerEntry(online ? 'shown' : 'waiting', conversation, customer, message));
      const named = org.deployments.get(conversation.deploymentId)?.messenger.humanize ?? false;
      if (online) sandbox.guests.send(customer.token, messageFrame(message, undefined, named));
      else publishUndelivered(sandbox, conversation, customer, message);
    } else return;
    tell();
  };
  later(settings.deliveryStepMs, step);
}

function publishUndelivered(
  { publish, now }: Sandbox,
  { id, deploymentId, participants }: Conversation,
  { externalContactId, sessionExpiresAt }: Customer,
  message: Message,
): void {
  const leg = participants.find(({ purpose }) => purpose === 'customer');
  publish(`v2.webmessaging.deployments.${deploymentId}.undelivered.messages`, {
    conversationId: id,
    deploymentId,
    participantId: leg?.id,
    ...(externalContactId !== null && { externalContactId }),
    communicationId: leg && liveLeg(leg).communicationId,
    sessionExpiry: Math.floor(sessionExpiresAt / 1000),
    eventTimeMs: now(),
    messages: [{ id: message.id, eventTimeMs: message.at }],
  });
}
