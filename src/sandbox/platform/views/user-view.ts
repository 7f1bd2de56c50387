import type { Agent, Org } from '../../org.ts';
import { presenceView, routingStatusView } from './presence-view.ts';

/** User of REST; presence and routing status only when asked for by `expand`. */
export function userView(org: Org, agent: Agent, expand: readonly string[] = []) {
  return {
    id: agent.id,
    name: agent.name,
    division: { id: org.id, name: 'Home', selfUri: `/api/v2/authorization/divisions/${org.id}` },
    department: 'Customer Care',
    email: agent.email,
    primaryContactInfo: [{ address: agent.email, mediaType: 'EMAIL', type: 'PRIMARY' }],
    addresses: [],
    state: 'active',
    title: agent.title,
    username: agent.email,
    version: 1,
    acdAutoAnswer: false,
    ...(expand.includes('presence') && { presence: presenceView(agent) }),
    ...(expand.includes('routingStatus') && { routingStatus: routingStatusView(agent) }),
    selfUri: `/api/v2/users/${agent.id}`,
  };
}
