import type { Agent } from '../../world/agent.ts';
import type { Org } from '../../world/org.ts';
import type { Queue } from '../../world/queue.ts';
import { divisionView } from './division-view.ts';
import { routingStatusView } from './presence-view.ts';
import { userView } from './user-view.ts';

/** Queue of REST (SDK 262). */
export function queueView(org: Org, queue: Queue) {
  return {
    id: queue.id,
    name: queue.name,
    division: divisionView(org),
    memberCount: queue.memberIds.length,
    userMemberCount: queue.memberIds.length,
    joinedMemberCount: queue.memberIds.length,
    selfUri: `/api/v2/routing/queues/${queue.id}`,
  };
}

/** QueueMember of REST (SDK 262): the routing status beside the user, the presence only within. */
export function memberView(org: Org, queue: Queue, agent: Agent, expand: readonly string[]) {
  return {
    id: agent.id,
    name: agent.name,
    user: userView(org, agent, expand),
    ringNumber: 1,
    joined: true,
    memberBy: 'user',
    ...(expand.includes('routingStatus') && { routingStatus: routingStatusView(agent) }),
    selfUri: `/api/v2/routing/queues/${queue.id}/members/${agent.id}`,
  };
}
