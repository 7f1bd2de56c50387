import sdk from 'purecloud-platform-client-v2';
import { agentNamed } from '../../support/sandbox/platform-ground.ts';
import {
  definition,
  definitions,
  expandedUser,
  firstUsers,
  members,
  oldDefinitions,
  presencesOfUsers,
  queue,
  queues,
  routingStatus,
  systemPresences,
  userMe,
  userPresence,
  userPresences,
  usersFound,
} from '../shapes/agent-shapes.ts';
import { bySdk, type ContractCalls } from './contract-call.ts';
import type { SdkScene } from './sdk-scene.ts';

const available = '6a3af858-942f-489d-9700-5f9bcdcdae9b';
const onQueue = 'e08eaf1b-ee47-4fa9-a231-1200e284798f';
const mei = ({ org }: SdkScene): string => agentNamed(org, 'Mei Chen').id;
const firstQueue = ({ org }: SdkScene): string => [...org.queues.keys()][0] ?? '';
const users = (): sdk.UsersApi => new sdk.UsersApi();
const presence = (): sdk.PresenceApi => new sdk.PresenceApi();
const routing = (): sdk.RoutingApi => new sdk.RoutingApi();
const everybody = { query: [{ type: 'EXACT', fields: ['email'], value: 'mei.chen@northwind.example' }] };

/** Users, their presence and routing status, queues. */
export const agentCalls: ContractCalls = {
  'GET /api/v2/users': bySdk(firstUsers, () => users().getUsers({ pageSize: 5, sortOrder: 'descending' })),
  'GET /api/v2/users/me': bySdk(userMe, async (scene) => {
    await scene.asAgent(mei(scene));
    return users().getUsersMe({ expand: ['presence', 'organization', 'date'] });
  }),
  'GET /api/v2/users/{userId}': bySdk(expandedUser, (scene) =>
    users().getUser(mei(scene), { expand: ['presence', 'routingStatus', 'outOfOffice'] }),
  ),
  'POST /api/v2/users/search': bySdk(usersFound, () => users().postUsersSearch(everybody)),
  'GET /api/v2/users/search': bySdk(usersFound, () =>
    users().getUsersSearch(Buffer.from(JSON.stringify(everybody)).toString('base64')),
  ),
  'GET /api/v2/users/presences/purecloud/bulk': bySdk(presencesOfUsers, ({ org }) =>
    presence().getUsersPresencesPurecloudBulk({ id: [...org.agents.keys()] }),
  ),
  'PUT /api/v2/users/presences/bulk': bySdk(userPresences, (scene) =>
    presence().putUsersPresencesBulk([{ id: mei(scene), presenceDefinition: { id: available } }]),
  ),
  'GET /api/v2/users/{userId}/presences/purecloud': bySdk(userPresence, (scene) =>
    presence().getUserPresencesPurecloud(mei(scene)),
  ),
  'PATCH /api/v2/users/{userId}/presences/purecloud': bySdk(userPresence, (scene) =>
    presence().patchUserPresencesPurecloud(mei(scene), {
      presenceDefinition: { id: available },
      message: 'Back',
    }),
  ),
  'GET /api/v2/systempresences': bySdk(systemPresences, () => presence().getSystempresences()),
  'GET /api/v2/presence/definitions': bySdk(definitions, () => presence().getPresenceDefinitions0()),
  'GET /api/v2/presence/definitions/{definitionId}': bySdk(definition, () =>
    presence().getPresenceDefinition0(onQueue),
  ),
  'GET /api/v2/presencedefinitions': bySdk(oldDefinitions, () => presence().getPresencedefinitions()),
  'GET /api/v2/users/{userId}/routingstatus': bySdk(routingStatus, (scene) =>
    users().getUserRoutingstatus(mei(scene)),
  ),
  'PUT /api/v2/users/{userId}/routingstatus': bySdk(routingStatus, async (scene) => {
    await presence().patchUserPresencesPurecloud(mei(scene), { presenceDefinition: { id: onQueue } });
    return users().putUserRoutingstatus(mei(scene), { status: 'IDLE' });
  }),
  'GET /api/v2/routing/queues': bySdk(queues, () => routing().getRoutingQueues({ name: '*s*' })),
  'GET /api/v2/routing/queues/{queueId}': bySdk(queue, (scene) =>
    routing().getRoutingQueue(firstQueue(scene)),
  ),
  'GET /api/v2/routing/queues/{queueId}/members': bySdk(members, (scene) =>
    routing().getRoutingQueueMembers(firstQueue(scene), {
      pageSize: 100,
      expand: ['presence', 'routingStatus'],
      memberBy: 'user',
    }),
  ),
};
