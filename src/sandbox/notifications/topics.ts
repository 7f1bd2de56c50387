import type { Org } from '../world/org.ts';

interface KnownTopic {
  readonly suffix: string;
  readonly about: string;
  /** unverified: which permissions the platform asks for; it names them in its own `availabletopics` only. */
  readonly permissions: readonly string[];
  /** Those may be told who are the user, whatever their permissions. */
  readonly ownUser?: boolean;
}

const conversations = { permissions: ['conversation:communication:view'] };

/** The topics of the sandbox, by the stem they hang on. */
const topics = {
  users: [
    { suffix: 'presence', about: "A user's presence.", permissions: [] },
    { suffix: 'routingStatus', about: "A user's routing status.", permissions: [] },
    { suffix: 'activity', about: "A user's presence, routing status and queues.", permissions: [] },
    { suffix: 'conversations', about: "A user's conversations.", ownUser: true, ...conversations },
    {
      suffix: 'conversations.messages',
      about: "A user's message conversations.",
      ownUser: true,
      ...conversations,
    },
  ],
  'routing.queues': [
    { suffix: 'conversations', about: "A queue's conversations.", ...conversations },
    { suffix: 'conversations.messages', about: "A queue's message conversations.", ...conversations },
  ],
  'webmessaging.deployments': [
    {
      suffix: 'undelivered.messages',
      about: 'Messages that could not be delivered because the guest is away.',
      permissions: ['conversation:webmessaging:view'],
    },
  ],
} as const satisfies Record<string, readonly KnownTopic[]>;

type Stem = keyof typeof topics;

/** Who wants to be told: an organisation's client, or one of its agents. */
export interface Subscriber {
  readonly org: Org;
  readonly permissions: readonly string[];
  readonly agentId?: string | undefined;
}

export type JudgedTopic =
  | { readonly id: string; readonly verdict: 'permitted' }
  | { readonly id: string; readonly verdict: 'invalid'; readonly reason: string }
  | { readonly id: string; readonly verdict: 'forbidden'; readonly missing: readonly string[] };

const form =
  /^v2\.(users|routing\.queues|webmessaging\.deployments)\.([0-9a-f-]{36})(?:\.([\w.]+)|\?([\w.]+(?:&[\w.]+)*))$/;

/** Whether a topic may be subscribed to; combined forms (`?a&b`) need every part to be. Pure. */
export function judgeTopic({ org, permissions, agentId }: Subscriber, id: string): JudgedTopic {
  const invalid = (reason: string): JudgedTopic => ({ id, verdict: 'invalid', reason });
  if (id.length >= 200) return invalid('The topic name is too long.');
  const [, stem, thing = '', single, combined] = form.exec(id) ?? [];
  if (!isStem(stem)) return invalid(`The topic ${id} is not valid.`);
  const known: readonly KnownTopic[] = topics[stem];
  const asked = single === undefined ? (combined ?? '').split('&') : [single];
  const found = asked.flatMap((suffix) => known.find((each) => each.suffix === suffix) ?? []);
  if (found.length < asked.length) return invalid(`The topic ${id} is not valid.`);
  const things = {
    users: org.agents,
    'routing.queues': org.queues,
    'webmessaging.deployments': org.deployments,
  };
  // unverified: an id nobody has makes the topic invalid.
  if (!things[stem].has(thing)) return invalid(`The topic ${id} names something that does not exist.`);
  const needed = found.flatMap((topic) => (topic.ownUser && thing === agentId ? [] : topic.permissions));
  const missing = [...new Set(needed)].filter((permission) => !permissions.includes(permission));
  return missing.length === 0 ? { id, verdict: 'permitted' } : { id, verdict: 'forbidden', missing };
}

function isStem(stem: string | undefined): stem is Stem {
  return stem !== undefined && stem in topics;
}

/** The templates of `availabletopics`, with everything that can be asked for by `expand` (AvailableTopic of the SDK). */
export const availableTopics = Object.entries(topics).flatMap(
  ([stem, known]: [string, readonly KnownTopic[]]) =>
    known.map(({ suffix, about, permissions, ownUser = false }) => ({
      id: `v2.${stem}.{id}.${suffix}`,
      description: about,
      enforced: true,
      visibility: 'Public',
      transports: ['Websocket'],
      requiresPermissions: [...permissions],
      requiresDivisionPermissions: permissions.length > 0,
      requiresCurrentUser: false,
      requiresCurrentUserOrPermission: ownUser,
      permissionDetails:
        permissions.length === 0
          ? []
          : [
              {
                type: 'requiresPermissions',
                permissions: [...permissions],
                allowsCurrentUser: ownUser,
                enforced: true,
              },
            ],
      topicParameters: ['id'],
    })),
);
