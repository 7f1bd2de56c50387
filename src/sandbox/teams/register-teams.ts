import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../sandbox.ts';

/** The Bot Connector REST of Microsoft Teams, under `/teams/`. */
export function registerTeams(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/teams/v3/teams/:teamId', (request, reply) => {
    const { team } = sandbox.world.teams;
    return reply.send({ id: team.id, name: team.name, aadGroupId: team.aadGroupId });
  });
}
