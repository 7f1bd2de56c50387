import { z } from 'zod';
import { setAgentPresence } from '../../acts/set-agent-presence.ts';
import { systemPresences } from '../../system-presences.ts';
import type { Api } from '../api.ts';
import { checked } from '../checked.ts';
import { listParameter } from '../paged.ts';
import { badRequest, notFound } from '../platform-error.ts';
import { presenceView } from '../views/presence-view.ts';

const patchBody = z.object({
  primary: z.literal(true).optional(),
  presenceDefinition: z.object({ id: z.string() }).optional(),
  message: z.string().optional(),
});

/** Presences of users, and what presences there are. */
export function presenceRoutes({ app, sandbox, orgOf }: Api): void {
  app.get(
    '/api/v2/users/presences/purecloud/bulk',
    { config: { source: 'SDK 262', unverified: 'ids nobody has are left out' } },
    (request) => {
      const { id } = checked(z.object({ id: listParameter }), request.query);
      if (id.length === 0 || id.length > 50) throw badRequest('Between 1 and 50 user ids are required.');
      const org = orgOf(request);
      // unverified: ids nobody has are left out.
      return id.flatMap((userId) => {
        const agent = org.agents.get(userId);
        return agent === undefined ? [] : { userId, ...presenceView(agent) };
      });
    },
  );

  app.get<{ Params: { userId: string } }>(
    '/api/v2/users/:userId/presences/purecloud',
    { config: { source: 'SDK 262', unverified: '404 rather than Offline for an unknown user' } },
    (request) => {
      const agent = orgOf(request).agents.get(request.params.userId);
      // unverified: 404 rather than Offline.
      if (agent === undefined) throw notFound('user');
      return presenceView(agent);
    },
  );

  app.patch<{ Params: { userId: string } }>(
    '/api/v2/users/:userId/presences/purecloud',
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['presence:userPresence:edit'] },
        unverified: 'documented without a permission, reported to need it for another user',
      },
    },
    (request) => {
      const body = checked(patchBody, request.body);
      const org = orgOf(request);
      const agent = org.agents.get(request.params.userId);
      if (agent === undefined) throw notFound('user');
      if (body.presenceDefinition !== undefined) {
        const { id } = body.presenceDefinition;
        const presence = systemPresences.find((each) => each.id === id);
        if (presence === undefined) throw badRequest('The presence definition does not exist.');
        setAgentPresence(sandbox, org, agent, presence.name);
      }
      return presenceView(agent);
    },
  );

  app.get('/api/v2/systempresences', { config: { source: 'SDK 262' } }, () =>
    systemPresences.map(({ id, name }) => ({ id, name, selfUri: `/api/v2/systempresences/${id}` })),
  );

  app.get(
    '/api/v2/presence/definitions',
    { config: { source: 'SDK 262', permissions: { all: ['presence:presenceDefinition:view'] } } },
    (request) => ({
      entities: systemPresences.map(({ id, name }) => ({
        id,
        name,
        type: 'System',
        languageLabels: { en_US: name },
        // Definitions write it without a space.
        systemPresence: name.replace(' ', ''),
        divisionId: orgOf(request).id,
        deactivated: false,
        selfUri: `/api/v2/presence/definitions/${id}`,
      })),
      total: systemPresences.length,
      selfUri: '/api/v2/presence/definitions',
    }),
  );
}
