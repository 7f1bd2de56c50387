import type { Org } from '../org.ts';

/** The topics of the sandbox, by the stem they hang on. */
const suffixes = {
  users: ['presence', 'routingStatus', 'activity', 'conversations', 'conversations.messages'],
  'routing.queues': ['conversations', 'conversations.messages'],
  'webmessaging.deployments': ['undelivered.messages'],
} as const;

type Stem = keyof typeof suffixes;

/** What is wrong with a topic for this organisation; undefined when nothing is. Combined forms (`?a&b`) are fine. */
export function topicFault(org: Org, topic: string): string | undefined {
  if (topic.length >= 200) return 'The topic name is too long.';
  const match =
    /^v2\.(users|routing\.queues|webmessaging\.deployments)\.([0-9a-f-]{36})(?:\.([\w.]+)|\?([\w&]+))$/.exec(
      topic,
    );
  const [, stem, id = '', single, combined] = match ?? [];
  if (!isStem(stem)) return `The topic ${topic} is not valid.`;
  const known: readonly string[] = suffixes[stem];
  const asked = single === undefined ? (combined ?? '').split('&') : [single];
  if (!asked.every((suffix) => known.includes(suffix))) return `The topic ${topic} is not valid.`;
  const things = {
    users: org.agents,
    'routing.queues': org.queues,
    'webmessaging.deployments': org.deployments,
  };
  // unverified: an id nobody has makes the topic invalid.
  return things[stem].has(id) ? undefined : `The topic ${topic} names something that does not exist.`;
}

function isStem(stem: string | undefined): stem is Stem {
  return stem !== undefined && stem in suffixes;
}

/** The templates of `availabletopics`. unverified: that none of them requires a permission. */
export const availableTopics = Object.entries(suffixes).flatMap(([stem, known]) =>
  known.map((suffix) => ({
    id: `v2.${stem}.{id}.${suffix}`,
    description: `${suffix} of one of ${stem}`,
    enforced: true,
    visibility: 'Public',
    transports: ['Websocket'],
    requiresPermissions: [],
    requiresDivisionPermissions: false,
    requiresCurrentUser: false,
    requiresCurrentUserOrPermission: false,
    topicParameters: ['id'],
  })),
);
