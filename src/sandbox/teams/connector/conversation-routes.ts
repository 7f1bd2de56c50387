import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Sandbox } from '../../sandbox.ts';
import { findOrOpenConversation } from '../find-or-open-conversation.ts';
import { showActivity } from '../show-activity.ts';
import type { TeamsConversation, TeamsWorld } from '../teams-world.ts';
import { activityBody } from './activity-body.ts';
import { ConnectorError } from './connector-error.ts';
import { requireBot } from './require-bot.ts';
import { threadId } from './thread-id.ts';

const createBody = z.object({
  members: z.array(z.object({ id: z.string() })).optional(),
  activity: z.unknown().optional(),
  tenantId: z.string().optional(),
  channelData: z
    .object({
      channel: z.object({ id: z.string() }).optional(),
      tenant: z.object({ id: z.string() }).optional(),
    })
    .optional(),
});

/** `POST /v3/conversations`: a new thread in a channel, or the one personal chat with a person. */
export function conversationRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/v3/conversations', (request, reply) => {
    const parsed = createBody.safeParse(request.body);
    if (!parsed.success) throw new ConnectorError('BadSyntax');
    const { channelData, members, tenantId, activity } = parsed.data;
    const { teams } = sandbox.world;
    const channelId = channelData?.channel?.id;
    const conversation =
      channelId === undefined
        ? personalChat(teams, members?.[0]?.id, tenantId ?? channelData?.tenant?.id)
        : findOrOpenConversation(teams, channelId);
    requireBot(conversation);
    const serviceUrl = `${sandbox.baseUrl()}/teams/`;
    if (activity === undefined) {
      if (conversation.kind === 'channel')
        throw new ConnectorError('BadSyntax', 'A new thread needs an activity.');
      return reply.code(201).send({ id: conversation.id, serviceUrl });
    }
    const shown = showActivity(sandbox, conversation, 'bot', activityBody(activity));
    return reply.code(201).send({ id: threadId(conversation, shown.id), activityId: shown.id, serviceUrl });
  });
}

/** Teams wants the tenant named; which code a wrong person or tenant gets is *unverified*. */
function personalChat(
  teams: TeamsWorld,
  memberId: string | undefined,
  tenantId: string | undefined,
): TeamsConversation {
  if (tenantId !== teams.tenantId) throw new ConnectorError('BadSyntax', 'Bad tenant id.');
  const user = [...teams.users.values()].find(
    ({ id, aadObjectId }) => id === memberId || aadObjectId === memberId,
  );
  const chat = [...teams.conversations.values()].find(
    ({ userId }) => userId !== undefined && userId === user?.id,
  );
  if (chat === undefined) throw new ConnectorError('BadSyntax', 'Bad format of member id.');
  return chat;
}
