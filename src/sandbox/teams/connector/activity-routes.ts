import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../../sandbox.ts';
import { findOrOpenConversation } from '../find-or-open-conversation.ts';
import { removeActivity, replaceActivity, showActivity } from '../show-activity.ts';
import type { TeamsActivity, TeamsConversation } from '../teams-world.ts';
import { activityBody } from './activity-body.ts';
import { ConnectorError } from './connector-error.ts';
import { requireBot } from './require-bot.ts';

interface InConversation {
  Params: { conversationId: string };
}

interface OnActivity {
  Params: { conversationId: string; activityId: string };
}

const activities = '/v3/conversations/:conversationId/activities';

/** Posting, replying, changing and deleting in a conversation the bot is in. */
export function activityRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  function open(conversationId: string): TeamsConversation {
    const conversation = findOrOpenConversation(sandbox.world.teams, conversationId);
    requireBot(conversation);
    return conversation;
  }

  /** Only messages are shown; typing and the like are taken and forgotten. */
  function post(conversationId: string, input: unknown, replyToId?: string): { id: string } {
    const conversation = open(conversationId);
    const body = activityBody(input);
    if (body.type !== 'message') return { id: `f:${sandbox.newId()}` };
    const root = replyToId ?? /;messageid=(\d+)$/.exec(conversationId)?.[1];
    const shown = showActivity(
      sandbox,
      conversation,
      'bot',
      root === undefined ? body : { ...body, replyToId: root },
    );
    return { id: shown.id };
  }

  app.post<InConversation>(activities, (request, reply) =>
    reply.code(201).send(post(request.params.conversationId, request.body)),
  );

  // The SDK replies to the made-up id of its own continuation event too, so the id need not be known (observed).
  app.post<OnActivity>(`${activities}/:activityId`, (request, reply) => {
    const { conversationId, activityId } = request.params;
    const replied = open(conversationId).activities.find(({ id }) => id === activityId);
    return reply.code(201).send(post(conversationId, request.body, replied?.id));
  });

  app.put<OnActivity>(`${activities}/:activityId`, (request, reply) => {
    const { conversationId, activityId } = request.params;
    const conversation = open(conversationId);
    const activity = ownActivity(conversation, activityId);
    const body = activityBody(request.body);
    const { replyToId } = activity.body;
    replaceActivity(sandbox, conversation, activity, replyToId === undefined ? body : { ...body, replyToId });
    return reply.send({ id: activity.id });
  });

  app.delete<OnActivity>(`${activities}/:activityId`, (request, reply) => {
    const { conversationId, activityId } = request.params;
    const conversation = open(conversationId);
    removeActivity(sandbox, conversation, ownActivity(conversation, activityId));
    return reply.code(200).send();
  });
}

/** The bot's own activity; that a person's answers `BadSyntax` follows a field report. */
function ownActivity(conversation: TeamsConversation, activityId: string): TeamsActivity {
  const activity = conversation.activities.find(({ id }) => id === activityId);
  if (activity === undefined) throw new ConnectorError('ActivityNotFoundInConversation');
  if (activity.from !== 'bot') throw new ConnectorError('BadSyntax', 'Only its own messages may be changed.');
  return activity;
}
