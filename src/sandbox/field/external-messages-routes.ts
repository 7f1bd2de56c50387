import { z } from 'zod';
import { latestConversation } from '../acts/messages/latest-conversation.ts';
import { sendOutbound } from '../acts/messages/send-outbound.ts';
import type { Api } from '../platform/api.ts';
import type { Agent } from '../world/agent.ts';
import type { Customer } from '../world/customer.ts';
import type { Org } from '../world/org.ts';

const body = z.strictObject({
  type: z.literal('proactive'),
  channelId: z.string(),
  to: z.strictObject({ type: z.string(), id: z.string() }),
  from: z.strictObject({ type: z.literal('agent'), id: z.string() }),
  body: z.strictObject({ contentType: z.literal('text/plain'), content: z.string() }),
});

const longestText = 2000;

/**
 * `POST /conversations/messaging/external-messages`: a proactive message into the guest's own conversation, open or
 * closed. Refusals are 400 with `errorCode` and `message`, nothing else.
 */
export function externalMessagesRoutes({ app, sandbox, orgOf }: Api): void {
  app.post(
    '/api/v2/conversations/messaging/external-messages',
    {
      config: {
        source: 'field report',
        offer: 'externalMessages',
        permissions: { all: ['conversation:message:create'] },
        unverified: 'the success answer, the permission, and every refusal text but the first',
      },
    },
    (request, reply) => {
      const org = orgOf(request);
      const refuse = (message: string) => reply.code(400).send({ errorCode: 'invalid.request', message });

      const read = body.safeParse(request.body);
      if (!read.success) return refuse(refusalOf(read.error.issues));
      const { channelId, to, from, body: content } = read.data;
      if (to.type !== 'web') return refuse("Invalid recipient. to.type must be 'web'.");
      const customer = org.customers.withGuestId(to.id);
      if (customer === undefined) return refuse('Invalid recipient. to.id is not a web messaging session.');
      if (customer.deploymentId !== channelId) {
        return refuse("Invalid channel. channelId is not the channel of the recipient's session.");
      }
      if (customer.sessionExpiresAt <= sandbox.now())
        return refuse('The session of the recipient has expired.');
      if (latestConversation(org, customer) === undefined) {
        // Never begun, deleted or archived: there is nothing to put a message into.
        return refuse('Invalid recipient. The session of the recipient has no conversation.');
      }
      const agent = org.agents.get(from.id);
      if (agent === undefined || !maySend(org, agent, customer)) {
        return refuse('Invalid sender. from.id is not a user with permission on the channel.');
      }
      const text = content.content;
      if (text.trim() === '') return refuse('Invalid message body. content must not be empty.');
      if (text.length > longestText)
        return refuse('Invalid message body. content must not be longer than 2000 characters.');
      const { conversation, message } = sendOutbound(sandbox, org, customer, {
        text,
        fromName: agent.name,
        originatingEntity: 'Human',
      });
      return reply.send({ id: message.id, conversationId: conversation.id });
    },
  );
}

/** unverified: permission on a channel is membership of a queue the channel routes to. */
function maySend(org: Org, agent: Agent, { deploymentId }: Customer): boolean {
  const routed = org.deployments.get(deploymentId)?.queueIds ?? [];
  return routed.some((id) => org.queues.get(id)?.memberIds.includes(agent.id));
}

/** The body the field reports have, for a wrong type or a missing recipient; otherwise the field that is wrong. */
function refusalOf(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  const fields = issues.map(({ path }) => path.join('.'));
  if (fields.some((field) => field === '' || field === 'type' || field === 'to')) {
    return "Invalid message payload. Type must be 'message' or 'event'.";
  }
  return `Invalid message payload. ${fields.join(', ')} is not valid.`;
}
