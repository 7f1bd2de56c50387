import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isoTime } from '../../iso-time.ts';
import type { Sandbox } from '../../sandbox.ts';
import { installApp, removeApp } from '../../teams/change-installation.ts';
import type { TeamsActivity } from '../../teams/teams-world.ts';
import { userPresses } from '../../teams/user-presses.ts';
import { userSays } from '../../teams/user-says.ts';
import { checked } from '../checked.ts';
import { ControlError } from '../control-error.ts';
import { findBotsConversation, findMember, findTeamsConversation, findTeamsUser } from '../find-in-world.ts';

interface InConversation {
  Params: { id: string };
}

const says = z.object({ userId: z.string(), text: z.string().trim().min(1) });

const presses = z.object({
  userId: z.string(),
  activityId: z.string(),
  verb: z.string().min(1),
  data: z.unknown(),
});

const settings = z.object({ locale: z.string().refine(isLanguageTag, 'is not a language tag') });

const bot = z.object({ endpoint: z.url({ protocol: /^https?$/ }) });

/** What people do in Teams. */
export function teamsRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const conversationOf = (id: string) => findTeamsConversation(sandbox.world, id);

  app.get<InConversation>('/teams/conversations/:id/activities', (request) => ({
    activities: conversationOf(request.params.id).activities.map(activityView),
  }));

  app.post<InConversation>('/teams/conversations/:id/messages', async (request) => {
    const conversation = findBotsConversation(sandbox.world, request.params.id);
    const { userId, text } = checked(says, request.body);
    const user = findMember(sandbox.world, conversation, userId);
    const { activity, answer } = await userSays(sandbox, conversation, user, text);
    if (answer === null) throw noAnswer(sandbox);
    return { activityId: activity.id };
  });

  app.post<InConversation>('/teams/conversations/:id/actions', async (request) => {
    const conversation = conversationOf(request.params.id);
    const { userId, activityId, verb, data } = checked(presses, request.body);
    const user = findMember(sandbox.world, conversation, userId);
    const card = conversation.activities.find(({ id }) => id === activityId);
    if (card === undefined) throw new ControlError(404, `There is no activity ${activityId} here.`);
    const answer = await userPresses(sandbox, conversation, user, card, { verb, data });
    if (answer === null) throw noAnswer(sandbox);
    return answer;
  });

  app.post<InConversation>('/teams/conversations/:id/install', async (request) => ({
    delivered: await installApp(sandbox, findBotsConversation(sandbox.world, request.params.id)),
  }));

  app.post<InConversation>('/teams/conversations/:id/remove', async (request) => ({
    delivered: await removeApp(sandbox, findBotsConversation(sandbox.world, request.params.id)),
  }));

  app.post<InConversation>('/teams/users/:id', (request) => {
    const user = findTeamsUser(sandbox.world, request.params.id);
    user.locale = checked(settings, request.body).locale;
    sandbox.changed();
    return user;
  });

  // A bot at another address knows no conversation yet: it is told of every install, as a new one would be.
  app.post('/teams/bot', (request) => {
    const { endpoint } = checked(bot, request.body);
    const { teams } = sandbox.world;
    if (endpoint !== teams.botEndpoint) {
      teams.botEndpoint = endpoint;
      for (const conversation of teams.conversations.values()) conversation.installed = false;
      sandbox.changed();
    }
    return { endpoint };
  });
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

function activityView({ id, from, at, updatedAt, body }: TeamsActivity): Record<string, unknown> {
  return {
    id,
    from,
    at: isoTime(at),
    ...(updatedAt === undefined ? {} : { updatedAt: isoTime(updatedAt) }),
    body,
  };
}

function noAnswer({ world }: Sandbox): ControlError {
  return new ControlError(502, `The bot at ${world.teams.botEndpoint} did not answer.`);
}
