import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../../sandbox.ts';
import { findOrOpenConversation } from '../find-or-open-conversation.ts';
import type { TeamsUser, TeamsWorld } from '../teams-world.ts';
import { ConnectorError } from './connector-error.ts';
import { requireBot } from './require-bot.ts';

interface InConversation {
  Params: { conversationId: string };
  Querystring: { pageSize?: string; continuationToken?: string };
}

const members = '/v3/conversations/:conversationId';

/** Who is in a conversation: the person of a personal chat, everybody in a channel of the team. */
export function memberRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  function membersOf(conversationId: string): TeamsUser[] {
    const { teams } = sandbox.world;
    const conversation = findOrOpenConversation(teams, conversationId);
    requireBot(conversation);
    const everybody = [...teams.users.values()];
    return conversation.kind === 'channel'
      ? everybody
      : everybody.filter(({ id }) => id === conversation.userId);
  }

  app.get<InConversation>(`${members}/members`, (request, reply) =>
    reply.send(membersOf(request.params.conversationId).map((user) => account(sandbox.world.teams, user))),
  );

  app.get<InConversation>(`${members}/pagedmembers`, (request, reply) => {
    const all = membersOf(request.params.conversationId);
    const { pageSize = '200', continuationToken = '0' } = request.query;
    // Documented: pages of 50 to 500 whatever was asked.
    const size = Math.min(500, Math.max(50, Number(pageSize) || 200));
    const from = Number(continuationToken);
    if (!Number.isInteger(from) || from < 0) throw new ConnectorError('BadSyntax', 'Bad continuation token.');
    const next = from + size;
    return reply.send({
      members: all.slice(from, next).map((user) => account(sandbox.world.teams, user)),
      ...(next < all.length ? { continuationToken: String(next) } : {}),
    });
  });

  app.get<{ Params: { conversationId: string; memberId: string } }>(
    `${members}/members/:memberId`,
    (request, reply) => {
      // Documented: by id in Teams, Entra object id or sign-in name.
      const { conversationId, memberId } = request.params;
      const user = membersOf(conversationId).find(
        (each) =>
          [each.id, each.aadObjectId].includes(memberId) ||
          signInName(each).toLowerCase() === memberId.toLowerCase(),
      );
      if (user === undefined) throw new ConnectorError('MemberNotFoundInConversation');
      return reply.send(account(sandbox.world.teams, user));
    },
  );
}

function signInName({ guest, email }: TeamsUser): string {
  return guest ? `${email.replace('@', '_')}#EXT#@northwind.example` : email;
}

/** A TeamsChannelAccount; Teams has written the directory id as `objectId` and as `aadObjectId`. */
function account(teams: TeamsWorld, user: TeamsUser): Record<string, string> {
  const [givenName = user.name, ...rest] = user.name.split(' ');
  return {
    id: user.id,
    name: user.name,
    givenName,
    surname: rest.join(' '),
    objectId: user.aadObjectId,
    aadObjectId: user.aadObjectId,
    email: user.email,
    userPrincipalName: signInName(user),
    tenantId: teams.tenantId,
    userRole: user.guest ? 'guest' : 'user',
  };
}
