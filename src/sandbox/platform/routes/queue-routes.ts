import { z } from 'zod';
import type { Agent, Org, Queue } from '../../org.ts';
import type { Api } from '../api.ts';
import { checked } from '../checked.ts';
import { listParameter, paged, paging } from '../paged.ts';
import { notFound } from '../platform-error.ts';
import { presenceView, routingStatusView } from '../views/presence-view.ts';
import { userView } from '../views/user-view.ts';

const listQuery = paging.extend({ name: z.string().optional(), id: listParameter });
const membersQuery = paging.extend({
  expand: listParameter,
  joined: z.stringbool().optional(),
  memberBy: z.enum(['user', 'group']).optional(),
  presence: listParameter,
  routingStatus: listParameter,
  name: z.string().optional(),
});

/** `GET /routing/queues`, one queue, and its members. */
export function queueRoutes({ app, orgOf }: Api): void {
  app.get(
    '/api/v2/routing/queues',
    { config: { source: 'SDK 262', permissions: { all: ['routing:queue:view'] } } },
    (request) => {
      const query = checked(listQuery, request.query);
      const org = orgOf(request);
      const queues = [...org.queues.values()]
        .filter(({ id }) => query.id.length === 0 || query.id.includes(id))
        .filter(({ name }) => query.name === undefined || wildcard(query.name).test(name))
        .sort((a, b) => a.name.localeCompare(b.name));
      return paged(
        queues.map((queue) => queueView(org, queue)),
        query,
        '/api/v2/routing/queues',
      );
    },
  );

  const queueOf = (org: Org, queueId: string): Queue => {
    const queue = org.queues.get(queueId);
    if (queue === undefined) throw notFound('queue');
    return queue;
  };

  app.get<{ Params: { queueId: string } }>(
    '/api/v2/routing/queues/:queueId',
    { config: { source: 'SDK 262', permissions: { all: ['routing:queue:view'] } } },
    (request) => {
      const org = orgOf(request);
      return queueView(org, queueOf(org, request.params.queueId));
    },
  );

  app.get<{ Params: { queueId: string } }>(
    '/api/v2/routing/queues/:queueId/members',
    {
      config: {
        source: 'SDK 262',
        permissions: {
          any: [
            'routing:queue:view',
            'routing:queue:edit',
            'routing:queue:readonly',
            'routing:queueMember:manage',
          ],
        },
      },
    },
    (request) => {
      const query = checked(membersQuery, request.query);
      const org = orgOf(request);
      const queue = queueOf(org, request.params.queueId);
      const members = (query.memberBy === 'group' ? [] : queue.memberIds)
        .flatMap((id) => org.agents.get(id) ?? [])
        .filter(
          (agent) => query.joined !== false && (query.name === undefined || agent.name.includes(query.name)),
        )
        .filter(({ presence }) => query.presence.length === 0 || query.presence.includes(presence))
        .filter(
          ({ routingStatus }) =>
            query.routingStatus.length === 0 || query.routingStatus.includes(routingStatus),
        )
        .map((agent) => memberView(org, queue, agent, query.expand));
      return paged(members, query, `/api/v2/routing/queues/${queue.id}/members`);
    },
  );
}

function queueView(org: Org, queue: Queue) {
  return {
    id: queue.id,
    name: queue.name,
    division: { id: org.id, name: 'Home', selfUri: `/api/v2/authorization/divisions/${org.id}` },
    memberCount: queue.memberIds.length,
    userMemberCount: queue.memberIds.length,
    joinedMemberCount: queue.memberIds.length,
    selfUri: `/api/v2/routing/queues/${queue.id}`,
  };
}

function memberView(org: Org, queue: Queue, agent: Agent, expand: readonly string[]) {
  return {
    id: agent.id,
    name: agent.name,
    user: userView(org, agent, expand),
    ringNumber: 1,
    joined: true,
    memberBy: 'user',
    ...(expand.includes('presence') && { presence: presenceView(agent) }),
    ...(expand.includes('routingStatus') && { routingStatus: routingStatusView(agent) }),
    selfUri: `/api/v2/routing/queues/${queue.id}/members/${agent.id}`,
  };
}

/** `*port*` → /^.*port.*$/i */
function wildcard(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i');
}
