import type { RejectedTopic } from '../../../src/genesys/endpoints/put-subscriptions.ts';
import { coded, type Finding, good } from '../finding.ts';

/**
 * One finding a kind of topic that was rejected. What is only for a permission already found missing is left out: it is said there.
 * Pure.
 */
export function topics(
  asked: readonly string[],
  rejected: readonly RejectedTopic[],
  knownMissing: readonly string[],
): Finding[] {
  const news = rejected.filter(
    ({ missingPermissions }) =>
      missingPermissions.length === 0 || !missingPermissions.every((each) => knownMissing.includes(each)),
  );
  const kinds = Map.groupBy(news, ({ topic }) => kindOf(topic));
  if (kinds.size === 0) {
    return rejected.length > 0
      ? []
      : [good('topics', `All ${asked.length} notification topics asked for are granted.`)];
  }
  return [...kinds].map(([kind, each]) => {
    const permission = [...new Set(each.flatMap(({ missingPermissions }) => missingPermissions))].join(', ');
    const of = asked.filter((topic) => kindOf(topic) === kind).length;
    const facts =
      permission === ''
        ? { topic: kind, reason: each[0]?.reason ?? 'none told' }
        : { topic: kind, permission };
    const more = `Of ${of} such topics ${each.length} were rejected.`;
    return coded('topics', 'problem', 'genesys.notifications.topics-rejected', facts, more);
  });
}

/** `v2.users.<id>.presence` → `v2.users.{id}.presence`. */
function kindOf(topic: string): string {
  return topic.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '{id}');
}
