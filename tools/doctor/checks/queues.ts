import { listQueues } from '../../../src/genesys/endpoints/list-queues.ts';
import { queueMembers } from '../../../src/genesys/endpoints/queue-members.ts';
import type { PlatformCall } from '../../../src/genesys/platform-call.ts';
import type { Queue } from '../../../src/genesys/wire/queue.ts';
import { type Finding, good, problem } from '../finding.ts';

export interface QueuesSeen {
  readonly findings: readonly Finding[];
  readonly queueIds: readonly string[];
  /** Of the queues looked into, each once. */
  readonly agentIds: readonly string[];
}

/** A large organisation's budget is not spent on a look: the members of more queues are not asked for. */
const mostLookedInto = 10;

/** The queues that are watched, and who is in them; `namesOrIds` is GENESYS_QUEUES. Throws what the platform call throws. */
export async function queues(call: PlatformCall, namesOrIds: readonly string[]): Promise<QueuesSeen> {
  const watched = await listQueues(call, namesOrIds);
  const unknown = namesOrIds.filter((wanted) => !watched.some((queue) => isNamed(queue, wanted)));
  const findings = unknown.map((name) =>
    problem(
      'queues',
      `No queue is called ${name}, or the OAuth client may not see it in its division.`,
      'Correct GENESYS_QUEUES: Genesys Admin > Queues shows the names; the address of a queue’s page holds its id.',
    ),
  );
  const looked = watched.slice(0, mostLookedInto);
  const members = await Promise.all(looked.map(async ({ id }) => queueMembers(call, id)));
  const agentIds = [...new Set(members.flat().map(({ id }) => id))];
  if (watched.length === 0 && unknown.length === 0) {
    findings.push(
      problem(
        'queues',
        'No queue is visible, so no agent is watched.',
        'Genesys Admin > Integrations > OAuth > the client > Roles: give the role in the division of your queues.',
      ),
    );
  }
  if (watched.length > 0 && agentIds.length === 0) {
    findings.push(
      problem(
        'queues',
        'The queues that are watched have no members, so no agent can become available.',
        'Genesys Admin > Queues: add agents, or name other queues in GENESYS_QUEUES.',
      ),
    );
  }
  if (agentIds.length > 0) {
    const part = looked.length < watched.length ? ` in the first ${looked.length} of them` : '';
    findings.push(
      good('queues', `${watched.length} queues are watched, with ${agentIds.length} agents${part}.`),
    );
  }
  return { findings, queueIds: watched.map(({ id }) => id), agentIds };
}

function isNamed({ id, name }: Queue, wanted: string): boolean {
  const text = wanted.trim().toLowerCase();
  return id.toLowerCase() === text || name.trim().toLowerCase() === text;
}
