import { z } from 'zod';
import { endConversation } from '../acts/conversation/end-conversation.ts';
import { isConnected } from '../acts/conversation/is-connected.ts';
import { receiveSession } from '../acts/guest/receive-session.ts';
import type { Api } from '../platform/api.ts';
import { findConversation } from '../platform/find-conversation.ts';
import type { Org } from '../world/org.ts';
import { faultOfSessionToken } from './session-token.ts';

const body = z.object({
  transferContext: z.object({ sourceOrgId: z.string().min(1), handoffTicketId: z.string().min(1).max(200) }),
  sessionToken: z.string().min(1),
  sourceOrgId: z.string(),
  destinationOrgId: z.string(),
  channelType: z.string(),
  metadata: z.record(z.string(), z.string()).default({}),
});

const refusal = {
  status: 400,
  code: 'bad_request',
  message: 'Invalid participant configuration for cross-tenant transfer.',
} as const;

/**
 * `POST /v2/messaging/conversations/{id}/participants` (no `/api` before it): moves a running web chat to another
 * organisation. Every refusal is the same 400; the request log says why, and the receiving organisation's audit log has
 * `session.validation.failed` when it was the session that did not pass.
 */
export function crossTenantRoutes({ app, sandbox, orgOf }: Api): void {
  app.post<{ Params: { conversationId: string } }>(
    '/v2/messaging/conversations/:conversationId/participants',
    {
      config: {
        source: 'field report',
        offer: 'crossTenantParticipants',
        permissions: { all: ['conversation:communication:blindTransfer'] },
        unverified:
          'the success answer, the permission, the claims of the token beside aud, that a ticket counts once, what becomes of the conversation left behind',
      },
    },
    (request, reply) => {
      const source = orgOf(request);
      const { conversation, customer } = findConversation(source, request.params.conversationId);
      const refuse = (reason: string) => {
        request.refusedBecause = reason;
        return reply.code(refusal.status).send(refusal);
      };
      const read = body.safeParse(request.body);
      if (!read.success)
        return refuse(`the body lacks ${read.error.issues[0]?.path.join('.') || 'everything'}`);
      const { transferContext, sessionToken, sourceOrgId, destinationOrgId, channelType, metadata } =
        read.data;
      if (sourceOrgId !== source.id || transferContext.sourceOrgId !== source.id) {
        return refuse('the source is not the organisation of the caller');
      }
      const destination = sandbox.world.orgs.get(destinationOrgId);
      if (destination === undefined || destination === source) {
        return refuse('the destination is no other organisation');
      }
      if (!isConnected(conversation)) return refuse('the conversation is not active');

      const { handoffTicketId } = transferContext;
      const context = { sourceOrgId, handoffTicketId, sourceConversationId: conversation.id };
      const audit = (action: string, status: 'SUCCESS' | 'FAILURE', more: Record<string, string>): void => {
        const entityType = 'CONVERSATION';
        const entry = {
          action,
          status,
          entityType,
          entityId: conversation.id,
          context: { ...context, ...more },
        };
        destination.audits.push({ id: sandbox.newId(), at: sandbox.now(), ...entry });
        sandbox.changed();
      };
      const { guestId } = customer;
      const key = destination.trust.sessionKey;
      const fault =
        faultOfChannel(channelType, source, destination) ??
        faultOfSessionToken(sessionToken, {
          key,
          destinationOrgId,
          sourceOrgId,
          guestId,
          now: sandbox.now(),
        }) ??
        (isTaken(destination, handoffTicketId) ? 'the ticket was used before' : undefined);
      if (fault !== undefined) {
        audit('session.validation.failed', 'FAILURE', { reason: fault });
        return refuse(fault);
      }
      const received = receiveSession(sandbox, destination, customer, { ...metadata, ...context });
      if (received === undefined) return refuse('the destination has no active deployment');
      audit('session.accepted', 'SUCCESS', { conversationId: received.conversation.id });
      endConversation({ sandbox, org: source, conversation, customer }, () => 'transfer');
      return reply.send({
        id: received.conversation.participants.find(({ purpose }) => purpose === 'customer')?.id,
        conversationId: conversation.id,
        destinationOrgId,
        destinationConversationId: received.conversation.id,
      });
    },
  );
}

function faultOfChannel(channelType: string, source: Org, destination: Org): string | undefined {
  if (channelType !== 'webchat') return 'the channel type is not webchat';
  if (!destination.trust.acceptsExternalSessions) {
    return 'the receiving organisation does not accept external sessions';
  }
  if (!destination.trust.orgIds.includes(source.id))
    return 'the receiving organisation does not trust the source';
  if (!source.trust.orgIds.includes(destination.id))
    return 'the source does not trust the receiving organisation';
  return undefined;
}

function isTaken({ audits }: Org, handoffTicketId: string): boolean {
  return audits.some(
    ({ status, context }) => status === 'SUCCESS' && context.handoffTicketId === handoffTicketId,
  );
}
