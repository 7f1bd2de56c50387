import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Sandbox } from '../../sandbox.ts';
import { openChat } from '../../teams/open-chat.ts';
import { userSearches, userSendsCard } from '../../teams/user-searches.ts';
import { checked } from '../checked.ts';
import { ControlError } from '../control-error.ts';
import { findMember, findTeamsConversation, findTeamsUser } from '../find-in-world.ts';

interface InConversation {
  Params: { id: string };
}

const chat = z.object({ userIds: z.tuple([z.string(), z.string()]) });

const searches = z.object({
  userId: z.string(),
  text: z.string().default(''),
  skip: z.int().min(0).default(0),
  commandId: z.string().min(1).default('customers'),
  parameter: z.string().min(1).default('name'),
});

const sends = z.object({ userId: z.string(), card: z.record(z.string(), z.unknown()) });

/** What people do with the app's message extension, also where the bot is not. */
export function extensionRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const conversationOf = (id: string) => findTeamsConversation(sandbox.world, id);

  app.post('/teams/chats', (request) => {
    const [one, other] = checked(chat, request.body).userIds.map((id) => findTeamsUser(sandbox.world, id));
    if (one === undefined || other === undefined || one === other) {
      throw new ControlError(400, 'A chat has two different people.');
    }
    return { id: openChat(sandbox, one, other).id };
  });

  app.post<InConversation>('/teams/conversations/:id/queries', async (request) => {
    const conversation = conversationOf(request.params.id);
    const { userId, ...query } = checked(searches, request.body);
    const user = findMember(sandbox.world, conversation, userId);
    const answer = await userSearches(sandbox, conversation, user, query);
    if (answer === null) {
      throw new ControlError(502, `The bot at ${sandbox.world.teams.botEndpoint} did not answer.`);
    }
    return answer;
  });

  app.post<InConversation>('/teams/conversations/:id/cards', (request) => {
    const conversation = conversationOf(request.params.id);
    const { userId, card } = checked(sends, request.body);
    const user = findMember(sandbox.world, conversation, userId);
    return { activityId: userSendsCard(sandbox, conversation, user, card).id };
  });
}
