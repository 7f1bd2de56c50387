import { z } from 'zod';
import { sendOutbound } from '../acts/messages/send-outbound.ts';
import type { Api } from '../platform/api.ts';
import { checked } from '../platform/checked.ts';
import { notFound } from '../platform/platform-error.ts';
import { accessDenied } from './access-denied.ts';

const body = z.strictObject({
  text: z.string().trim().min(1).max(2000),
  /** unverified: whose id a bot's is; any is taken. */
  senderId: z.string().min(1).max(200),
  type: z.literal('text'),
});

const scope = 'conversations:write';

/**
 * `POST /conversations/webchat/{id}/messages`: a message onto this very conversation, running or closed, however long
 * ago. It takes a client's own token with the scope `conversations:write`.
 */
export function webchatRoutes({ app, sandbox, callerOf }: Api): void {
  app.post<{ Params: { conversationId: string } }>(
    '/api/v2/conversations/webchat/:conversationId/messages',
    {
      config: {
        source: 'field report',
        offer: 'webchatMessages',
        permissions: { all: ['conversation:message:create'] },
        unverified:
          'the success answer; that conversations:write is a scope of the client (its role needs the permission too) and 403 without it; 404 for deleted and archived',
      },
    },
    (request, reply) => {
      const { org, client, agent } = callerOf(request);
      const deny = (reason: string) => {
        request.refusedBecause = reason;
        return reply.code(403).send(accessDenied);
      };
      if (agent !== undefined) return deny('a user token where a client token is needed');
      if (!client.scopes.includes(scope)) return deny(`the client lacks the scope ${scope}`);

      const conversation = org.conversations.get(request.params.conversationId);
      const customer = org.customers.get(conversation?.customerId ?? '');
      if (conversation === undefined || customer === undefined) throw notFound('conversation');
      if (conversation.gone !== undefined) {
        request.refusedBecause = `the conversation is ${conversation.gone}`;
        throw notFound('conversation');
      }
      const { text, senderId } = checked(body, request.body);
      const fromName = org.agents.get(senderId)?.name;
      const outbound = {
        text,
        originatingEntity: 'Bot',
        ...(fromName !== undefined && { fromName }),
      } as const;
      const { message } = sendOutbound(sandbox, org, customer, outbound, conversation);
      return reply.send({ id: message.id, conversationId: conversation.id });
    },
  );
}
