import { z } from 'zod';
import { isConnected } from '../../acts/conversation/is-connected.ts';
import { latestConversation } from '../../acts/messages/latest-conversation.ts';
import { sendOutbound } from '../../acts/messages/send-outbound.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';
import type { Api } from '../api.ts';
import { checked } from '../checked.ts';
import { badRequest } from '../platform-error.ts';
import { refusedAs } from '../unverified-refusals.ts';
import { messageDataView } from '../views/message-data-view.ts';

const body = z.strictObject({
  fromAddress: z.string().min(1),
  toAddress: z.string().optional(),
  externalContactId: z.string().optional(),
  toAddressMessengerType: z.enum(['sms', 'open', 'whatsapp', 'webmessaging', 'apple']),
  textBody: z.string().min(1).max(2000).optional(),
  messagingTemplate: z.object({}).loose().optional(),
  useExistingActiveConversation: z.boolean().default(false),
});

/**
 * `POST /conversations/messages/agentless` for web messaging (SDK 254 and later): `fromAddress` is the deployment, the
 * customer is named by `externalContactId` only. unverified: status and code of every refusal but the schema's.
 */
export function agentlessRoutes({ app, sandbox, callerOf }: Api): void {
  app.post(
    '/api/v2/conversations/messages/agentless',
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['conversation:message:create'] },
        unverified: 'status and code of every refusal but the schema',
      },
    },
    (request) => {
      const ask = checked(body, request.body);
      const { org, agent } = callerOf(request);
      if (ask.toAddressMessengerType !== 'webmessaging') {
        throw badRequest(
          `The organization has no ${ask.toAddressMessengerType} integration with this fromAddress.`,
        );
      }
      if (ask.toAddress !== undefined) {
        throw refusedAs(
          'agentless-without-contact-or-with-address',
          'toAddress cannot be used for WebMessaging, instead use externalContactId.',
        );
      }
      if (ask.externalContactId === undefined)
        throw refusedAs(
          'agentless-without-contact-or-with-address',
          'externalContactId is required for WebMessaging.',
        );
      if (ask.textBody === undefined || ask.messagingTemplate !== undefined) {
        throw badRequest('WebMessaging takes a textBody and no messagingTemplate.');
      }
      if (!org.deployments.has(ask.fromAddress))
        throw badRequest('fromAddress is not a web messaging deployment.');
      const customer = latestGuestOf(org, ask.externalContactId, ask.fromAddress);
      if (customer === undefined) {
        throw refusedAs(
          'agentless-to-a-contact-never-seen',
          'The external contact has no session on this deployment.',
        );
      }
      const latest = latestConversation(org, customer);
      if (latest !== undefined && isConnected(latest) && !ask.useExistingActiveConversation) {
        throw refusedAs(
          'agentless-into-a-connected-conversation',
          'An active conversation is already in progress between the addresses.',
        );
      }
      const { conversation, message } = sendOutbound(sandbox, org, customer, {
        text: ask.textBody,
        originatingEntity: 'Bot',
      });
      const view = messageDataView(conversation, customer, message);
      return {
        id: message.id,
        conversationId: conversation.id,
        fromAddress: ask.fromAddress,
        toAddress: customer.guestId,
        messengerType: 'webmessaging',
        useExistingActiveConversation: ask.useExistingActiveConversation,
        message: view,
        timestamp: view.timestamp,
        ...(agent !== undefined && { user: { id: agent.id, selfUri: `/api/v2/users/${agent.id}` } }),
        selfUri: `/api/v2/conversations/messages/agentless/${message.id}`,
      };
    },
  );
}

/** A contact may have been a guest on several devices: the one who was here last is meant (unverified). */
function latestGuestOf(org: Org, externalContactId: string, deploymentId: string): Customer | undefined {
  return org.customers
    .ofContact(externalContactId)
    .filter((each) => each.deploymentId === deploymentId)
    .sort((a, b) => b.sessionExpiresAt - a.sessionExpiresAt)[0];
}
