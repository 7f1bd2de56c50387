import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { publishConversation } from '../acts/conversation/publish-conversation.ts';
import { customerWrites } from '../acts/messages/customer-writes.ts';
import type { Api } from '../platform/api.ts';
import { checked, checkedQuery } from '../platform/checked.ts';
import { findMessage } from '../platform/find-conversation.ts';
import { notFound } from '../platform/platform-error.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Message } from '../world/conversation.ts';
import type { Customer } from '../world/customer.ts';
import type { Org } from '../world/org.ts';
import { channelOf } from './channel-of.ts';
import { inboundEvent, inboundMessage, inboundReceipt } from './open-inbound-body.ts';
import type { OpenIntegration } from './open-integration.ts';

const query = z.object({ prefetchConversationId: z.stringbool().default(false) });

const statusOf = {
  Sent: 'sent',
  Delivered: 'delivery-success',
  Published: 'delivery-success',
  Failed: 'delivery-failed',
  Removed: undefined,
} as const satisfies Record<string, Message['status'] | undefined>;

interface OfIntegration {
  Params: { integrationId: string };
}

type From = z.output<typeof inboundMessage>['channel']['from'];

/** What middleware brings to an Open Messaging integration: its customers' messages, their typing, receipts of ours. */
export function openInboundRoutes({ app, sandbox, orgOf }: Api): void {
  const stem = '/api/v2/conversations/messages/:integrationId/inbound/open';
  const permissions = { all: ['conversation:message:receive'] };
  const integrationOf = (
    request: FastifyRequest<OfIntegration>,
  ): { org: Org; integration: OpenIntegration } => {
    const org = orgOf(request);
    const integration = org.openIntegrations.get(request.params.integrationId);
    if (integration === undefined) throw notFound('integration');
    return { org, integration };
  };
  const itself = ({ id }: OpenIntegration) => ({ id, platform: 'Open', type: 'Private' }) as const;

  app.post<OfIntegration>(
    `${stem}/message`,
    {
      config: {
        source: 'SDK 262',
        permissions,
        unverified:
          'the longest text; content is not taken; a messageId that came before is a new message; the queue is the first one; its messageId stands in the message',
      },
    },
    (request) => {
      const { org, integration } = integrationOf(request);
      const { prefetchConversationId } = checkedQuery(query, request.query);
      const { channel, text, metadata = {} } = checked(inboundMessage, request.body);
      const customer = customerOf(sandbox, org, integration, channel.from);
      const { conversationId, messageId } = customerWrites(sandbox, org, customer, text, {
        attributes: channel.metadata?.customAttributes,
        metadata,
        providerMessageId: channel.messageId,
      });
      return {
        id: messageId,
        channel: { ...itself(integration), to: { id: integration.id }, ...channel },
        type: 'Text',
        text,
        metadata,
        ...(prefetchConversationId && { conversationId }),
      };
    },
  );

  app.post<OfIntegration>(
    `${stem}/event`,
    { config: { source: 'SDK 262', permissions, unverified: 'that nothing of it is kept' } },
    (request) => {
      const { integration } = integrationOf(request);
      const { channel, events } = checked(inboundEvent, request.body);
      return {
        id: sandbox.newId(),
        channel: { ...itself(integration), to: { id: integration.id }, ...channel },
        type: 'Event',
        events,
      };
    },
  );

  app.post<OfIntegration>(
    `${stem}/receipt`,
    { config: { source: 'SDK 262', permissions, unverified: '404 for a receipt of no message of ours' } },
    (request) => {
      const { org, integration } = integrationOf(request);
      const { channel, ...receipt } = checked(inboundReceipt, request.body);
      const { conversation, customer, message } = findMessage(org, receipt.id);
      if (conversation.deploymentId !== integration.id || message.direction !== 'outbound')
        throw notFound('message');
      const status = statusOf[receipt.status];
      if (status !== undefined) {
        message.status = status;
        message.statusAt = sandbox.now();
        publishConversation(sandbox, org, conversation, customer);
      }
      const from = { id: customer.guestId, idType: 'Opaque' };
      return {
        ...receipt,
        channel: { ...itself(integration), from, ...channel },
        type: 'Receipt',
        direction: 'Inbound',
      };
    },
  );
}

/** The integration's customer with this id, or a new one. They have no session that could run out. */
function customerOf(
  { newId, now }: Sandbox,
  org: Org,
  { id: deploymentId }: OpenIntegration,
  { id: guestId, nickname, firstName, lastName }: From,
): Customer {
  const known = org.customers.withGuestId(guestId);
  if (known?.deploymentId === deploymentId) return known;
  if (known !== undefined) {
    // The same id on another channel is somebody else.
    for (const each of org.customers.values()) {
      if (each.deploymentId === deploymentId && each.guestId === guestId) return each;
    }
  }
  const name = [firstName, lastName].filter((part) => part !== undefined).join(' ') || nickname;
  const customer: Customer = {
    id: newId(),
    name: name ?? null,
    externalContactId: null,
    deploymentId,
    token: newId(),
    guestId,
    timeZone: 'UTC',
    browserOpen: false,
    sessionExpiresAt: now() + channelOf(org, deploymentId).sessionDurationSeconds * 1000,
  };
  org.customers.set(customer.id, customer);
  return customer;
}
