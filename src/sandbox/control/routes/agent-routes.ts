import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { setAgentPresence } from '../../acts/agents/set-agent-presence.ts';
import type { Sandbox } from '../../sandbox.ts';
import { systemPresences } from '../../world/system-presences.ts';
import { checked } from '../checked.ts';
import { findAgent } from '../find-in-world.ts';
import { agentView } from '../state-view.ts';

const presenceBody = z.object({
  presence: z.enum(systemPresences.map(({ name }) => name)),
  routingStatus: z
    .enum(['OFF_QUEUE', 'IDLE', 'INTERACTING', 'NOT_RESPONDING', 'COMMUNICATING'])
    .default('IDLE'),
});

/** What agents do in Genesys Cloud: on queue is free, whatever they were in the middle of, unless told otherwise. */
export function agentRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post<{ Params: { id: string } }>('/agents/:id/presence', (request) => {
    const { org, agent } = findAgent(sandbox.world, request.params.id);
    const { presence, routingStatus } = checked(presenceBody, request.body);
    setAgentPresence(sandbox, org, agent, presence, routingStatus);
    return agentView(agent, sandbox.queueIdsOf(org, agent.id));
  });

  app.post('/agents/presences', (request) => {
    const changes = checked(z.array(presenceBody.extend({ id: z.string() })).max(10_000), request.body);
    // Found before the first changes: all of them or none.
    const found = changes.map((change) => ({ ...change, ...findAgent(sandbox.world, change.id) }));
    for (const { org, agent, presence, routingStatus } of found) {
      setAgentPresence(sandbox, org, agent, presence, routingStatus);
    }
    return { changed: found.length };
  });
}
