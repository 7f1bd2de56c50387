import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../../sandbox.ts';
import type { TeamsWorld } from '../teams-world.ts';
import { ConnectorError } from './connector-error.ts';

interface OfTeam {
  Params: { teamId: string };
}

/** A team's details and channels. */
export function teamRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get<OfTeam>('/v3/teams/:teamId', (request, reply) => {
    const { id, name, aadGroupId, channels } = teamOf(sandbox.world.teams, request.params.teamId);
    const memberCount = sandbox.world.teams.users.size;
    return reply.send({ id, name, aadGroupId, channelCount: channels.length, memberCount });
  });

  app.get<OfTeam>('/v3/teams/:teamId/conversations', (request, reply) => {
    const team = teamOf(sandbox.world.teams, request.params.teamId);
    // Documented: General comes without a name, so that a client can show it in its own language.
    const conversations = team.channels.map(({ id, name }) => ({ id, name: id === team.id ? null : name }));
    return reply.send({ conversations });
  });
}

function teamOf({ team }: TeamsWorld, teamId: string): TeamsWorld['team'] {
  if (team.id !== teamId) throw new ConnectorError('ConversationNotFound');
  return team;
}
