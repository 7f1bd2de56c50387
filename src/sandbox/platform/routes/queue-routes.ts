import { z } from 'zod';
import type { Org } from '../../world/org.ts';
import type { Queue } from '../../world/queue.ts';
import { systemPresences } from '../../world/system-presences.ts';
import type { Api } from '../api.ts';
import { checkedQuery } from '../checked.ts';
import { listOf, listParameter, paged, paging } from '../paged.ts';
import { notFound } from '../platform-error.ts';
import { memberView, queueView } from '../views/queue-view.ts';

const sortOrder = z.enum(['asc', 'desc', 'ascending', 'descending', 'score']).default('asc');
const listQuery = paging.extend({
  name: z.string().max(200).optional(),
  id: listParameter,
  divisionId: listParameter,
  sortOrder,
  hasPeer: z.stringbool().optional(),
});
/** `OnQueue` and `On Queue` alike (unverified how the filter writes it). */
const presenceNames = systemPresences.map(({ name }) => name.replace(' ', ''));
const membersQuery = paging.extend({
  expand: listOf(['routingStatus', 'presence']),
  joined: z.stringbool().optional(),
  memberBy: z.enum(['user', 'group']).optional(),
  presence: listParameter
    .transform((names) => names.map((name) => name.replaceAll(' ', '')))
    .pipe(z.array(z.enum(presenceNames))),
  routingStatus: listOf(['OFF_QUEUE', 'IDLE', 'INTERACTING', 'NOT_RESPONDING', 'COMMUNICATING']),
  name: z.string().max(200).optional(),
  sortOrder,
});

/** `GET /routing/queues`, one queue, and its members. */
export function queueRoutes({ app, orgOf }: Api): void {
  const view = { all: ['routing:queue:view'] } as const;

  app.get('/api/v2/routing/queues', { config: { source: 'SDK 262', permissions: view } }, (request) => {
    const query = checkedQuery(listQuery, request.query);
    const org = orgOf(request);
    const wanted = query.name === undefined ? undefined : wildcard(query.name);
    const queues = [...org.queues.values()]
      .filter(({ id }) => query.id.length === 0 || query.id.includes(id))
      .filter(({ name }) => wanted === undefined || wanted(name))
      .filter(() => query.divisionId.length === 0 || query.divisionId.includes(org.id))
      .filter(() => query.hasPeer !== true)
      .sort((a, b) => a.name.localeCompare(b.name));
    if (query.sortOrder.startsWith('desc')) queues.reverse();
    const page = paged(queues, query, request.url);
    return { ...page, entities: page.entities.map((queue) => queueView(org, queue)) };
  });

  const queueOf = (org: Org, queueId: string): Queue => {
    const queue = org.queues.get(queueId);
    if (queue === undefined) throw notFound('queue');
    return queue;
  };

  app.get<{ Params: { queueId: string } }>(
    '/api/v2/routing/queues/:queueId',
    { config: { source: 'SDK 262', permissions: view } },
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
        unverified: 'that the page does not say how many members there are, as the SDK has it',
      },
    },
    (request) => {
      const query = checkedQuery(membersQuery, request.query);
      const org = orgOf(request);
      const queue = queueOf(org, request.params.queueId);
      const named = query.name?.toLowerCase();
      const shown = query.joined !== false && query.memberBy !== 'group';
      const members = (shown ? queue.memberIds : [])
        .flatMap((id) => org.agents.get(id) ?? [])
        .filter(({ name }) => named === undefined || name.toLowerCase().includes(named))
        .filter(
          ({ presence }) =>
            query.presence.length === 0 || query.presence.some((each) => each === presence.replace(' ', '')),
        )
        .filter(
          ({ routingStatus }) =>
            query.routingStatus.length === 0 || query.routingStatus.includes(routingStatus),
        );
      if (query.sortOrder.startsWith('desc')) members.reverse();
      const {
        total: _total,
        lastUri: _lastUri,
        pageCount: _pageCount,
        ...page
      } = paged(members, query, request.url);
      return { ...page, entities: page.entities.map((agent) => memberView(org, queue, agent, query.expand)) };
    },
  );
}

/** `*port*` asks for names with `port` in them, in any case. */
function wildcard(pattern: string): (name: string) => boolean {
  const parts = pattern.toLowerCase().split('*');
  const [head = '', ...rest] = parts;
  return (name) => {
    const text = name.toLowerCase();
    if (rest.length === 0) return text === head;
    if (!text.startsWith(head)) return false;
    let at = head.length;
    const tail = rest.at(-1) ?? '';
    for (const part of rest.slice(0, -1)) {
      const found = text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return text.length - tail.length >= at && text.endsWith(tail);
  };
}
