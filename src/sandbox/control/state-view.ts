import { isConnected } from '../acts/conversation/is-connected.ts';
import { isoTime } from '../iso-time.ts';
import type { TeamsWorld } from '../teams/teams-world.ts';
import type { Agent } from '../world/agent.ts';
import type { Conversation } from '../world/conversation.ts';
import type { Customer } from '../world/customer.ts';
import type { Org } from '../world/org.ts';
import type { QueueMembership } from '../world/queue-membership.ts';
import type { World } from '../world/world.ts';
import { orgSettings } from './routes/org-routes.ts';

interface Eyes {
  /** Knows the guests' sockets. */
  readonly isOnline: (customer: Customer) => boolean;
  readonly queueIdsOf: QueueMembership;
}

/** Which agents and customers of each organisation are shown, in the order they came. */
interface Part {
  readonly offset: number;
  readonly limit: number;
}

/**
 * What `GET /state` answers: the world without its message texts, times as ISO-8601. Of agents and customers a part,
 * and only those agents as members of queues; `totals` says how many there are.
 */
export function stateView(world: World, serviceUrl: string, eyes: Eyes, part: Part): Record<string, unknown> {
  return {
    seededAt: isoTime(world.seededAt),
    orgs: [...world.orgs.values()].map((org) => orgView(org, eyes, part)),
    teams: teamsView(world.teams, serviceUrl),
  };
}

function orgView(org: Org, { isOnline, queueIdsOf }: Eyes, part: Part): Record<string, unknown> {
  const { id, name, clientId } = org;
  const agents = partOf(org.agents, part);
  const shown = new Set(agents.map((agent) => agent.id));
  return {
    id,
    name,
    clientId,
    clientSecret: org.clients.get(clientId)?.secret,
    ...orgSettings(org),
    clients: [...org.clients.values()],
    deployments: [...org.deployments.values()].map((deployment) => ({
      id: deployment.id,
      name: deployment.name,
      queueIds: deployment.queueIds,
    })),
    totals: {
      agents: org.agents.size,
      customers: org.customers.size,
      conversations: org.conversations.size,
    },
    queues: [...org.queues.values()].map((queue) => ({
      ...queue,
      memberIds: queue.memberIds.filter((agentId) => shown.has(agentId)),
    })),
    agents: agents.map((agent) => agentView(agent, queueIdsOf(org, agent.id))),
    customers: partOf(org.customers, part).map((customer) => customerView(org, customer, isOnline(customer))),
  };
}

function partOf<Thing>(things: ReadonlyMap<string, Thing>, { offset, limit }: Part): Thing[] {
  const shown: Thing[] = [];
  let index = 0;
  for (const thing of things.values()) {
    if (index >= offset + limit) break;
    if (index >= offset) shown.push(thing);
    index += 1;
  }
  return shown;
}

/** One agent as control answers show it. */
export function agentView(agent: Agent, queueIds: readonly string[]): Record<string, unknown> {
  return {
    ...agent,
    presenceSince: isoTime(agent.presenceSince),
    routingSince: isoTime(agent.routingSince),
    queueIds,
  };
}

function customerView(org: Org, customer: Customer, online: boolean): Record<string, unknown> {
  return {
    id: customer.id,
    name: customer.name ?? contactName(org, customer.externalContactId),
    externalContactId: customer.externalContactId,
    channelId: customer.deploymentId,
    guestId: customer.guestId,
    token: customer.token,
    timeZone: customer.timeZone,
    online,
    sessionExpiresAt: isoTime(customer.sessionExpiresAt),
    conversations: conversationsOf(org, customer.id).map(conversationView),
  };
}

/** How an agent sees a guest who gave no name and is known by now: by the contact. */
function contactName({ contacts }: Org, contactId: string | null): string | null {
  const { firstName, lastName } = contacts.get(contactId ?? '')?.fields ?? {};
  const name = [firstName, lastName].filter((part) => typeof part === 'string').join(' ');
  return name === '' ? null : name;
}

/** A customer's conversations, latest first. */
export function conversationsOf(org: Org, customerId: string): Conversation[] {
  return org.conversations.ofCustomer(customerId).toSorted((one, other) => other.startedAt - one.startedAt);
}

/** Connected as long as the customer's leg is. */
export function conversationState(conversation: Conversation): 'connected' | 'disconnected' {
  return isConnected(conversation) ? 'connected' : 'disconnected';
}

function conversationView(conversation: Conversation): Record<string, unknown> {
  const { id, participants, messages, startedAt, endedAt } = conversation;
  const agentIds = participants.flatMap(({ userId }) => (userId === undefined ? [] : [userId]));
  return {
    id,
    state: conversationState(conversation),
    startedAt: isoTime(startedAt),
    lastActivityAt: isoTime(messages.at(-1)?.at ?? startedAt),
    endedAt: endedAt === undefined ? null : isoTime(endedAt),
    queueId: participants.findLast(({ queueId }) => queueId !== undefined)?.queueId ?? null,
    agentIds: [...new Set(agentIds)],
  };
}

function teamsView(teams: TeamsWorld, serviceUrl: string): Record<string, unknown> {
  const { tenantId, botId, botEndpoint, team } = teams;
  return {
    tenantId,
    botId,
    serviceUrl,
    botEndpoint,
    team,
    users: [...teams.users.values()],
    conversations: [...teams.conversations.values()].map(({ activities: _, removed: __, ...shown }) => shown),
  };
}
