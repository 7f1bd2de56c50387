import type { Models } from 'purecloud-platform-client-v2';
import { z } from 'zod';
import { count, id, none, text, time, uri } from './scalars.ts';
import { shapeOf } from './shape-of.ts';

/** On a user: Title Case, On Queue with its space (facts page 3.1). */
const presenceOnUser = z.enum([
  'Available',
  'Away',
  'Busy',
  'Offline',
  'Idle',
  'On Queue',
  'Meal',
  'Training',
  'Meeting',
  'Break',
]);
/** On a definition: without the space. */
const presenceOnDefinition = z.enum([
  'Available',
  'Away',
  'Busy',
  'Offline',
  'Idle',
  'OnQueue',
  'Meal',
  'Training',
  'Meeting',
  'Break',
]);

/** As captured: neither `id` nor `primary`. */
const presenceFields = {
  source: z.literal('PURECLOUD'),
  presenceDefinition: shapeOf<Models.PresenceDefinition>()({
    id,
    systemPresence: presenceOnUser,
    selfUri: uri,
  }),
  message: z.string(),
  modifiedDate: time,
  selfUri: uri,
};
export const userPresence = shapeOf<Models.UserPresence>()(presenceFields);
/** The bare array: here the user is named. */
export const presencesOfUsers = z.array(shapeOf<Models.UcUserPresence>()({ userId: id, ...presenceFields }));
export const userPresences = z.array(userPresence);

export const routingStatus = shapeOf<Models.RoutingStatus>()({
  userId: text,
  status: z.enum(['OFF_QUEUE', 'IDLE', 'INTERACTING', 'NOT_RESPONDING', 'COMMUNICATING']),
  startTime: time,
});

export const division = shapeOf<Models.Division>()({ id, name: text, selfUri: uri });

const userFields = {
  id,
  name: text,
  division,
  department: text.exactOptional(),
  email: z.email(),
  primaryContactInfo: z.array(
    shapeOf<Models.Contact>()({ address: text, mediaType: z.literal('EMAIL'), type: z.literal('PRIMARY') }),
  ),
  addresses: none,
  state: z.literal('active'),
  title: text.exactOptional(),
  username: text,
  version: count,
  acdAutoAnswer: z.boolean(),
  selfUri: uri,
};
/** Nothing is expanded unless asked for. */
const user = shapeOf<Models.User>()(userFields);
const expansions = {
  presence: userPresence,
  routingStatus,
  outOfOffice: shapeOf<Models.OutOfOffice>()({
    active: z.boolean(),
    indefinite: z.boolean().exactOptional(),
  }),
};
export const expandedUser = shapeOf<Models.User>()({ ...userFields, ...expansions });
export const userMe = shapeOf<Models.UserMe>()({
  ...userFields,
  presence: userPresence,
  organization: shapeOf<Models.Organization>()({
    id,
    name: text,
    version: count,
    state: z.literal('active'),
    selfUri: uri,
  }),
  date: shapeOf<Models.ServerDate>()({ currentDate: time }),
});

export const paging = {
  pageSize: z.int().min(1),
  pageNumber: z.int().min(1),
  total: count,
  pageCount: count,
  firstUri: uri,
  lastUri: uri,
  selfUri: uri,
};
/** `nextUri` is absent on the last page, `previousUri` on the first. */
const firstOfMorePages = { ...paging, nextUri: uri };

export const firstUsers = shapeOf<Models.UserEntityListing>()({
  entities: z.array(user).min(1),
  ...firstOfMorePages,
});
export const lastUsers = shapeOf<Models.UserEntityListing>()({
  entities: z.array(expandedUser).min(1),
  ...paging,
  previousUri: uri,
});

/** `results`, not `entities`. */
export const usersFound = shapeOf<Models.UsersSearchResponse>()({
  total: count,
  pageCount: count,
  pageSize: count,
  pageNumber: count,
  currentPage: uri,
  types: z.tuple([z.literal('users')]),
  results: z.array(user).min(1),
});

export const systemPresences = z
  .array(shapeOf<Models.SystemPresence>()({ id, name: text, selfUri: uri }))
  .length(10);

const labels = z.record(z.literal('en_US'), text);
export const definition = shapeOf<Models.OrganizationPresenceDefinition>()({
  id,
  name: text,
  type: z.enum(['System', 'User']),
  languageLabels: labels,
  systemPresence: presenceOnDefinition,
  divisionId: id,
  deactivated: z.boolean(),
  selfUri: uri,
});
/** Not paged. */
export const definitions = shapeOf<Models.OrganizationPresenceDefinitionEntityListing>()({
  entities: z.array(definition).length(10),
  total: z.literal(10),
  selfUri: uri,
});
/** The deprecated list is paged; as captured it has neither name nor type. */
export const oldDefinitions = shapeOf<Models.OrganizationPresenceEntityListing>()({
  entities: z.array(
    shapeOf<Models.OrganizationPresence>()({
      id,
      languageLabels: labels,
      systemPresence: presenceOnUser,
      deactivated: z.boolean(),
      primary: z.boolean(),
      selfUri: uri,
    }),
  ),
  ...paging,
});

const queueFields = {
  id,
  name: text,
  division,
  memberCount: count,
  userMemberCount: count,
  joinedMemberCount: count,
  selfUri: uri,
};
export const queue = shapeOf<Models.Queue>()(queueFields);
export const queues = shapeOf<Models.QueueEntityListing>()({ entities: z.array(queue).min(1), ...paging });
/** The page does not say how many there are in all. */
export const members = shapeOf<Models.QueueMemberEntityListing>()({
  entities: z
    .array(
      shapeOf<Models.QueueMember>()({
        id,
        name: text,
        user: shapeOf<Models.User>()({ ...userFields, presence: userPresence, routingStatus }),
        ringNumber: count,
        joined: z.boolean(),
        memberBy: z.enum(['user', 'group']),
        routingStatus,
        selfUri: uri,
      }),
    )
    .min(1),
  pageSize: paging.pageSize,
  pageNumber: paging.pageNumber,
  firstUri: uri,
  selfUri: uri,
});
