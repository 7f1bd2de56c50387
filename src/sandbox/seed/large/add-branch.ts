import type { Agent } from '../../world/agent.ts';
import type { Deployment } from '../../world/deployment.ts';
import type { Org } from '../../world/org.ts';
import type { Queue } from '../../world/queue.ts';
import { agentSketches, emailOf, type QueueName, queueNames } from '../people.ts';
import type { Random } from '../random.ts';
import { personName } from './person-name.ts';

/** Some hundred agents around three queues of their own and the two deployments that lead there. */
export interface Branch {
  readonly agents: readonly Agent[];
  readonly deployments: readonly Deployment[];
}

interface BranchSeed {
  /** Part of the names of its queues and deployments. */
  readonly number: number;
  /** How many agents were made before, all branches together. */
  readonly from: number;
  readonly count: number;
  readonly now: number;
  readonly random: Random;
}

/** Adds a branch to the organisation: titles, queues, presences and times as the written agents have them, by turns. */
export function addBranch(org: Org, { number, from, count, now, random }: BranchSeed): Branch {
  const members: Record<QueueName, string[]> = { Sales: [], Support: [], Billing: [] };
  const agents: Agent[] = [];
  for (let index = from; index < from + count; index += 1) {
    const sketch = agentSketches[index % agentSketches.length];
    if (sketch === undefined) break;
    const name = personName(index);
    const since = now - sketch.minutes * 60_000 - random.between(0, 59_999);
    const agent: Agent = {
      id: random.id(),
      name,
      email: emailOf(name),
      title: sketch.title,
      presence: sketch.presence,
      presenceSince: since,
      routingStatus: sketch.routingStatus,
      routingSince: since,
    };
    agents.push(agent);
    org.agents.set(agent.id, agent);
    for (const queue of sketch.queues) members[queue].push(agent.id);
  }
  const queues = queueNames.map(
    (name): Queue => ({ id: random.id(), name: `${name} ${number}`, memberIds: members[name] }),
  );
  for (const queue of queues) org.queues.set(queue.id, queue);
  const [sales, support, billing] = queues.map(({ id }) => id);
  const [webshop, portal] = org.deployments.values();
  if (
    sales === undefined ||
    support === undefined ||
    billing === undefined ||
    webshop === undefined ||
    portal === undefined
  ) {
    throw new Error('a branch is made after the queues and deployments of the first one');
  }
  const deployments = [
    { ...webshop, id: random.id(), name: `${webshop.name} ${number}`, queueIds: [sales, billing] },
    { ...portal, id: random.id(), name: `${portal.name} ${number}`, queueIds: [support, billing] },
  ].map((deployment) => ({ ...deployment, messenger: structuredClone(deployment.messenger) }));
  for (const deployment of deployments) org.deployments.set(deployment.id, deployment);
  return { agents, deployments };
}
