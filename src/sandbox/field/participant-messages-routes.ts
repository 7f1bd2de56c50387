import { z } from 'zod';
import { agentWrites } from '../acts/agents/agent-writes.ts';
import { isConnected } from '../acts/conversation/is-connected.ts';
import { sendOutbound } from '../acts/messages/send-outbound.ts';
import type { Api } from '../platform/api.ts';
import { checked } from '../platform/checked.ts';
import { notFound } from '../platform/platform-error.ts';
import { liveLeg } from '../world/leg.ts';
import { accessDenied } from './access-denied.ts';

const body = z.strictObject({
  messageType: z.literal('proactive'),
  content: z.strictObject({ text: z.string().trim().min(1).max(2000) }),
});

/**
 * `POST /communications/conversations/{id}/participants/{id}/messages`: 403 always once the conversation is no longer
 * active, whatever the body and whoever asks. While it is active an agent's participant writes as that agent on their
 * connected leg, every other one as the organisation.
 */
export function participantMessagesRoutes({ app, sandbox, orgOf }: Api): void {
  app.post<{ Params: { conversationId: string; participantId: string } }>(
    '/api/v2/communications/conversations/:conversationId/participants/:participantId/messages',
    {
      config: {
        source: 'field report',
        offer: 'participantMessages',
        permissions: { all: ['conversation:message:create'] },
        unverified:
          'everything while the conversation is active, the permission, and an agent whose own leg is over',
      },
    },
    (request, reply) => {
      const org = orgOf(request);
      const { conversationId, participantId } = request.params;
      const conversation = org.conversations.get(conversationId);
      const customer = org.customers.get(conversation?.customerId ?? '');
      if (conversation === undefined || customer === undefined || conversation.gone === 'deleted') {
        throw notFound('conversation');
      }
      const deny = (reason: string) => {
        request.refusedBecause = reason;
        return reply.code(403).send(accessDenied);
      };
      if (conversation.gone === 'archived') return deny('the conversation is archived');
      if (!isConnected(conversation)) return deny('the conversation is no longer active');
      const participant = conversation.participants.find(({ id }) => id === participantId);
      if (participant === undefined) throw notFound('participant');
      const { text } = checked(body, request.body).content;
      if (participant.purpose !== 'agent') {
        const { message } = sendOutbound(
          sandbox,
          org,
          customer,
          { text, originatingEntity: 'Bot' },
          conversation,
        );
        return reply.send({ id: message.id, conversationId });
      }
      if (liveLeg(participant).state !== 'connected') return deny('the leg of this agent is not connected');
      const message = agentWrites({ sandbox, org, conversation, customer }, participant, text);
      return reply.send({ id: message.id, conversationId });
    },
  );
}
