import type { Conversation } from '../conversation.ts';
import { defaultMessenger } from '../messenger-settings.ts';
import type { Agent, Customer, Deployment, OAuthClient, Org, Queue } from '../org.ts';
import type { World } from '../world.ts';
import { addVisit, type Visit } from './add-visit.ts';
import { dialogues, unansweredOpenings } from './dialogues.ts';
import { openBrowsers } from './open-browsers.ts';
import { agentSketches, anonymousTimeZones, emailOf, identifiedCustomers, type QueueName } from './people.ts';
import { agentPermissions, botPermissions } from './permissions.ts';
import { createRandom, type Random } from './random.ts';
import { seedTeams } from './seed-teams.ts';
import { type VisitSketch, visitPlan } from './visit-plan.ts';

const minute = 60_000;
const queueNames: readonly QueueName[] = ['Sales', 'Support', 'Billing'];

/** One organisation, Northwind, and its Teams tenant. The same seed and `now` (epoch ms) give the same world. */
export function seedWorld(seed: string, now: number, botEndpoint: string): World {
  const random = createRandom(seed);
  const agents = new Map<string, Agent>();
  const members: Record<QueueName, string[]> = { Sales: [], Support: [], Billing: [] };
  for (const { name, title, queues, presence, routingStatus, minutes } of agentSketches) {
    const id = random.id();
    const since = now - minutes * minute;
    agents.set(id, {
      id,
      name,
      email: emailOf(name),
      title,
      presence,
      presenceSince: since,
      routingStatus,
      routingSince: since,
    });
    for (const queue of queues) members[queue].push(id);
  }
  const queueByName = (name: QueueName): Queue => ({ id: random.id(), name, memberIds: members[name] });
  const [sales, support, billing] = [queueByName('Sales'), queueByName('Support'), queueByName('Billing')];
  const deployment = (name: string, queues: Queue[]): Deployment => ({
    id: random.id(),
    name,
    queueIds: queues.map(({ id }) => id),
    sessionDurationSeconds: 4 * 24 * 3600,
    messenger: defaultMessenger(),
  });
  const webshop = deployment('webshop', [sales, billing]);
  const portal = deployment('customer portal', [support, billing]);
  const orgId = random.id();
  const client: OAuthClient = {
    id: random.id(),
    name: 'Reachback',
    secret: random.hex(43),
    permissions: [...botPermissions],
    state: 'active',
    accessTokenSeconds: null,
  };
  const org: Org = {
    id: orgId,
    name: 'Northwind',
    clientId: client.id,
    clients: new Map([[client.id, client]]),
    agentPermissions: [...agentPermissions],
    offers: { externalMessages: true },
    threadingMinutes: 4320,
    deployments: new Map([webshop, portal].map((each) => [each.id, each])),
    queues: new Map([sales, support, billing].map((each) => [each.id, each])),
    agents,
    customers: new Map(),
    conversations: new Map(),
    signIns: new Map(),
  };
  let named = 0;
  for (const [index, sketch] of visitPlan.entries()) {
    const person = sketch.named ? identifiedCustomers[named++] : undefined;
    const place = index % 2 === 0 ? webshop : portal;
    seedCustomer({ org, sketch, index, person, deployment: place, now, random });
  }
  openBrowsers(org, now);
  return {
    seed,
    seededAt: now,
    orgs: new Map([[org.id, org]]),
    clockAheadMs: 0,
    teams: seedTeams(agents.values(), botEndpoint, random),
    record: [],
  };
}

interface CustomerSeed {
  readonly org: Org;
  readonly sketch: VisitSketch;
  readonly index: number;
  readonly person: readonly [name: string, timeZone: string] | undefined;
  readonly deployment: Deployment;
  readonly now: number;
  readonly random: Random;
}

function seedCustomer({ org, sketch, index, person, deployment, now, random }: CustomerSeed): void {
  const lastAt = now - random.between(sketch.minutes[0] * 60, sketch.minutes[1] * 60) * 1000;
  const customer: Customer = {
    id: random.id(),
    name: person?.[0] ?? null,
    externalContactId: person === undefined ? null : random.id(),
    deploymentId: deployment.id,
    token: random.id(),
    guestId: random.id(),
    timeZone: person?.[1] ?? random.pick(anonymousTimeZones),
    browserOpen: sketch.expired !== true && (sketch.endedBy === null || index % 2 === 1),
    sessionExpiresAt: lastAt + (sketch.expired ? 0 : deployment.sessionDurationSeconds * 1000),
  };
  org.customers.set(customer.id, customer);

  const visit = (at: number, endedBy: Visit['endedBy']): Visit => {
    const choice = deployment.queueIds[random.between(0, 3) === 0 ? 1 : 0] ?? '';
    const queue = org.queues.get(choice);
    const name = queueNames.find((each) => each === queue?.name);
    if (queue === undefined || name === undefined) throw new Error('a seeded deployment routes to no queue');
    const dialogue = sketch.answered
      ? random.pick(dialogues[name])
      : random.pick(unansweredOpenings[name]).map((text) => ['c', text] as const);
    return {
      customer,
      queue,
      agent: sketch.answered ? agentFor(org, queue, endedBy, random) : null,
      dialogue,
      endedBy,
      lastAt: at,
    };
  };
  const last = visit(lastAt, sketch.endedBy);
  const conversation: Conversation = {
    id: random.id(),
    orgId: org.id,
    customerId: customer.id,
    deploymentId: deployment.id,
    startedAt: lastAt,
    participants: [],
    messages: [],
  };
  if (sketch.threadDays !== undefined) {
    addVisit(conversation, visit(lastAt - sketch.threadDays * 24 * 60 * minute, 'agent'), random);
  }
  addVisit(conversation, last, random);
  const first = conversation.participants[0];
  const startedAt = first?.legs[0].connectedAt ?? lastAt;
  org.conversations.set(conversation.id, { ...conversation, startedAt });
}

/** Somebody of the queue; for a conversation that goes on, somebody who is talking to customers. */
function agentFor(org: Org, queue: Queue, endedBy: Visit['endedBy'], random: Random): Agent | null {
  const members = queue.memberIds.flatMap((id) => org.agents.get(id) ?? []);
  const talking = members.filter(({ routingStatus }) => routingStatus === 'INTERACTING');
  const [first, ...rest] = endedBy === null ? talking : members;
  return first === undefined ? null : random.pick([first, ...rest]);
}
