import type { Endpoint } from '../../../src/sandbox/platform/endpoint.ts';
import type { PlatformGround } from '../../support/sandbox/platform-ground.ts';
import { sampleBodies } from './sample-bodies.ts';

export interface RouteToFuzz {
  readonly method: string;
  /** With `{names}` where ids stand. */
  readonly path: string;
  /** Ids that fit, by name. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Sets of ids that belong together: a live leg with its participant, conversation and messages. */
  readonly families?: readonly Readonly<Record<string, string>>[];
  /** A body it takes; absent for none. */
  readonly body?: unknown;
}

/** Every endpoint the sandbox lists, and two it does not have. */
export async function platformRoutes(ground: PlatformGround): Promise<readonly RouteToFuzz[]> {
  const response = await fetch(`${ground.url}/sandbox/v1/endpoints`);
  const { endpoints }: { endpoints: Endpoint[] } = JSON.parse(await response.text());
  const channels = await Promise.all([1, 2].map(() => ground.call('POST', '/api/v2/notifications/channels')));
  const ids = { ...idsOf(ground), channelId: channels.map(({ body }) => String(body.id)) };
  const families = familiesOf(ground);
  const bodies = sampleBodies(ground.org);
  const listed = endpoints.map(({ method, path }): RouteToFuzz => {
    const body = bodies[`${method} ${path}`] ?? (method === 'GET' || method === 'HEAD' ? undefined : {});
    return { method, path, ids, families, ...(body !== undefined && { body }) };
  });
  return [
    ...listed,
    { method: 'GET', path: '/api/v2/nothing/{id}', ids },
    { method: 'POST', path: '/api/{id}', ids, body: [] },
  ];
}

/** The sandbox's control, but for what would move it away from under the test: its stream, its faults and its reset. */
export async function controlRoutes(ground: PlatformGround): Promise<readonly RouteToFuzz[]> {
  const ids = idsOf(ground);
  const { teams } = ground.world;
  const teamsIds = { ...ids, id: [...teams.conversations.keys()].map(encodeURIComponent) };
  const [user] = teams.users.keys();
  const agents = { ...ids, id: ids.userId ?? [] };
  const customers = { ...ids, id: [...ground.org.customers.keys()] };
  const conversations = { ...ids, id: ids.conversationId ?? [] };
  const [agentId] = ground.org.agents.keys();
  const post = (path: string, of: RouteToFuzz['ids'], body: unknown): RouteToFuzz => ({
    method: 'POST',
    path: `/sandbox/v1${path}`,
    ids: of,
    body,
  });
  const get = (path: string, of: RouteToFuzz['ids'] = ids): RouteToFuzz => ({
    method: 'GET',
    path: `/sandbox/v1${path}`,
    ids: of,
  });
  return [
    get('/state'),
    get('/record'),
    get('/requests'),
    get('/clock'),
    get('/endpoints'),
    get('/faults'),
    get('/customers/{id}/conversations', customers),
    get('/teams/conversations/{id}/activities', teamsIds),
    post('/clock', ids, { advanceSeconds: 1 }),
    post('/agents/{id}/presence', agents, { presence: 'Available' }),
    post('/customers/{id}/messages', customers, { text: 'Hello' }),
    post('/customers/{id}/browser', customers, { open: true }),
    post('/conversations/{id}/answer', conversations, { agentId }),
    post('/conversations/{id}/messages', conversations, { text: 'Hello' }),
    post('/conversations/{id}/park', conversations, {}),
    post('/conversations/{id}/disconnect', conversations, { by: 'agent' }),
    post('/teams/conversations/{id}/messages', teamsIds, { userId: user, text: 'status' }),
    post('/teams/conversations/{id}/actions', teamsIds, {
      userId: user,
      activityId: '1',
      verb: 'x',
      data: {},
    }),
    post('/teams/conversations/{id}/queries', teamsIds, { userId: user, text: 'noor' }),
    post('/teams/conversations/{id}/cards', teamsIds, { userId: user, card: { type: 'AdaptiveCard' } }),
    post('/teams/chats', ids, { userIds: [...teams.users.keys()].slice(0, 2) }),
    post('/clients/{id}', { ...ids, id: ['none'] }, { permissions: ['a:b:c'] }),
    post(
      '/orgs/{id}/clients',
      { ...ids, id: [...ground.world.orgs.keys()] },
      { name: 'x', redirectUris: ['https://a.example/'] },
    ),
    get('/agents/{id}/authorize', agents),
    post('/nothing/{id}', ids, {}),
  ];
}

/** The Bot Connector's calls. */
export async function connectorRoutes({ world }: PlatformGround): Promise<readonly RouteToFuzz[]> {
  const { teams } = world;
  const ids = {
    conversationId: [...teams.conversations.keys()].map(encodeURIComponent),
    memberId: [...teams.users.keys()].map(encodeURIComponent),
    activityId: ['1', '1732000000000'],
    teamId: [encodeURIComponent(teams.team.id)],
  };
  const base = '/teams/v3/conversations/{conversationId}';
  const activity = { type: 'message', text: 'Hello', attachments: [{ contentType: 'x', content: {} }] };
  return [
    { method: 'POST', path: `${base}/activities`, ids, body: activity },
    { method: 'POST', path: `${base}/activities/{activityId}`, ids, body: activity },
    { method: 'PUT', path: `${base}/activities/{activityId}`, ids, body: activity },
    { method: 'DELETE', path: `${base}/activities/{activityId}`, ids },
    { method: 'GET', path: `${base}/members`, ids },
    { method: 'GET', path: `${base}/members/{memberId}`, ids },
    { method: 'GET', path: `${base}/pagedmembers`, ids },
    { method: 'GET', path: '/teams/v3/teams/{teamId}', ids },
    { method: 'GET', path: '/teams/v3/teams/{teamId}/conversations', ids },
    {
      method: 'POST',
      path: '/teams/v3/conversations',
      ids,
      body: {
        isGroup: true,
        activity,
        tenantId: teams.tenantId,
        channelData: { channel: { id: teams.team.channels[0]?.id } },
      },
    },
  ];
}

function familiesOf({ org }: PlatformGround): Readonly<Record<string, string>>[] {
  return [...org.conversations.values()].flatMap((conversation) =>
    conversation.participants.flatMap(({ id, userId, legs }) => {
      const leg = legs.at(-1);
      if (leg === undefined || leg.state === 'disconnected') return [];
      const messageId = conversation.messages.at(-1)?.id;
      return {
        conversationId: conversation.id,
        participantId: id,
        communicationId: leg.communicationId,
        deploymentId: conversation.deploymentId,
        ...(messageId !== undefined && { messageId }),
        ...(userId !== undefined && { userId }),
      };
    }),
  );
}

function idsOf({ org }: PlatformGround): Record<string, readonly string[]> {
  const conversations = [...org.conversations.values()];
  const participants = conversations.flatMap((each) => each.participants);
  return {
    id: [...org.conversations.keys(), ...org.agents.keys()],
    userId: [...org.agents.keys()],
    queueId: [...org.queues.keys()],
    deploymentId: [...org.deployments.keys()],
    conversationId: [...org.conversations.keys()],
    participantId: participants.map(({ id }) => id),
    communicationId: participants.flatMap(({ legs }) => legs.map((leg) => leg.communicationId)),
    messageId: conversations.flatMap(({ messages }) => messages.map(({ id }) => id)),
    contactId: [...org.customers.values()].flatMap(({ externalContactId }) => externalContactId ?? []),
  };
}
