import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { publishAgent } from '../../acts/agents/publish-agent.ts';
import { setAgentPresence } from '../../acts/agents/set-agent-presence.ts';
import type { Agent } from '../../world/agent.ts';
import type { Org } from '../../world/org.ts';
import { systemPresences } from '../../world/system-presences.ts';
import type { Api } from '../api.ts';
import { checked, checkedQuery } from '../checked.ts';
import { listParameter } from '../paged.ts';
import { badRequest } from '../platform-error.ts';
import { refusedAs } from '../unverified-refusals.ts';
import { presenceView } from '../views/presence-view.ts';

/** UserPresence and MutableUserPresence (SDK 262); what only the platform sets is passed over. */
const presenceBody = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  source: z.string().optional(),
  sourceId: z.string().optional(),
  primary: z.boolean().optional(),
  presenceDefinition: z
    .strictObject({ id: z.string(), systemPresence: z.string().optional(), selfUri: z.string().optional() })
    .optional(),
  futurePresenceDefinition: z.looseObject({}).optional(),
  message: z.string().max(500).optional(),
  modifiedDate: z.iso.datetime({ offset: true }).optional(),
  selfUri: z.string().optional(),
});
type PresenceChange = z.output<typeof presenceBody>;

const bulkBody = z
  .array(presenceBody.extend({ id: z.string() }))
  .min(1)
  .max(50);
const bulkQuery = z.object({ id: listParameter });

/** Presences of users: one, up to 50, and how they are changed. */
export function presenceRoutes({ app, sandbox, orgOf }: Api): void {
  const agentOf = (org: Org, userId: string): Agent => {
    const agent = org.agents.get(userId);
    if (agent === undefined)
      throw refusedAs('presence-of-an-unknown-user', 'The requested user was not found.');
    return agent;
  };

  const change = (org: Org, agent: Agent, { presenceDefinition, message }: PresenceChange): void => {
    const presence = presenceDefinition && definitionOf(presenceDefinition.id).name;
    const told = message !== undefined && message !== (agent.presenceMessage ?? '');
    if (told) agent.presenceMessage = message;
    // Who is on queue already keeps the routing status.
    if (presence !== undefined && presence !== agent.presence) {
      setAgentPresence(sandbox, org, agent, presence);
    } else if (told) {
      agent.presenceSince = sandbox.now();
      sandbox.changed();
      publishAgent(sandbox, org, agent, { presence: true, routing: false });
    }
  };

  app.get(
    '/api/v2/users/presences/purecloud/bulk',
    { config: { source: 'SDK 262', unverified: 'ids nobody has are left out' } },
    (request) => {
      const { id } = checkedQuery(bulkQuery, request.query);
      if (id.length === 0 || id.length > 50) throw badRequest('Between 1 and 50 user ids are required.');
      const org = orgOf(request);
      return [...new Set(id)].flatMap((userId) => {
        const agent = org.agents.get(userId);
        return agent === undefined ? [] : { userId, ...presenceView(agent) };
      });
    },
  );

  app.put(
    '/api/v2/users/presences/bulk',
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['presence:userPresence:edit'] },
        unverified: 'more than 50 are refused; one wrong entry refuses them all',
      },
    },
    (request) => {
      const changes = checked(bulkBody, request.body);
      const org = orgOf(request);
      const pairs = changes.map((each) => ({ each, agent: agentOf(org, each.id) }));
      for (const { presenceDefinition } of changes)
        if (presenceDefinition !== undefined) definitionOf(presenceDefinition.id);
      for (const { each, agent } of pairs) change(org, agent, each);
      return pairs.map(({ agent }) => presenceView(agent));
    },
  );

  type OfUser = FastifyRequest<{ Params: { userId: string } }>;
  const path = '/api/v2/users/:userId/presences/purecloud';

  app.get(
    path,
    { config: { source: 'SDK 262', unverified: '404 rather than Offline for an unknown user' } },
    (request: OfUser) => presenceView(agentOf(orgOf(request), request.params.userId)),
  );

  app.patch(
    path,
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['presence:userPresence:edit'], exceptOwn: true },
        unverified: 'documented without a permission, reported to need it for another user',
      },
    },
    (request: OfUser) => {
      const body = checked(presenceBody, request.body);
      const org = orgOf(request);
      const agent = agentOf(org, request.params.userId);
      change(org, agent, body);
      return presenceView(agent);
    },
  );
}

function definitionOf(id: string): (typeof systemPresences)[number] {
  const definition = systemPresences.find((each) => each.id === id);
  if (definition === undefined) throw badRequest('The presence definition does not exist.');
  return definition;
}
