import { Contacts } from '../../contacts/contacts.ts';
import type { Agent } from '../../world/agent.ts';
import { defaultConversationRules } from '../../world/conversation-rules.ts';
import { Conversations } from '../../world/conversations.ts';
import type { Customer } from '../../world/customer.ts';
import { Customers } from '../../world/customers.ts';
import type { Deployment } from '../../world/deployment.ts';
import { defaultMessenger } from '../../world/messenger-settings.ts';
import { everyOffer } from '../../world/offers.ts';
import type { Org } from '../../world/org.ts';
import type { Queue } from '../../world/queue.ts';
import { addVisit } from '../add-visit.ts';
import { draftConversation } from '../draft-conversation.ts';
import { agentPermissions, bridgePermissions } from '../permissions.ts';
import type { Random } from '../random.ts';
import { seedClient } from '../seed-client.ts';
import { seedContacts } from '../seed-contacts.ts';
import { partnerDialogues, partnerOpenings } from './dialogues.ts';
import { type PartnerQueue, partnerAgents, partnerVisits } from './people.ts';

const minute = 60_000;

/**
 * The second organisation, Southridge Repairs, which mends what Northwind sells: smaller, and with a client, people
 * and ids of its own. `random` must be its own too, so that the first organisation's ids stay what they are.
 */
export function seedPartner(now: number, random: Random): Org {
  const members: Record<PartnerQueue, string[]> = { Repairs: [], Claims: [] };
  const agents = new Map<string, Agent>();
  for (const { name, title, queues, presence, routingStatus, minutes } of partnerAgents) {
    const since = now - minutes * minute;
    const email = `${name.toLowerCase().replace(' ', '.')}@southridge.example`;
    const agent: Agent = {
      id: random.id(),
      name,
      email,
      title,
      presence,
      presenceSince: since,
      routingStatus,
      routingSince: since,
    };
    agents.set(agent.id, agent);
    for (const queue of queues) members[queue].push(agent.id);
  }
  const queue = (name: PartnerQueue): Queue => ({ id: random.id(), name, memberIds: members[name] });
  const queues = { Repairs: queue('Repairs'), Claims: queue('Claims') };
  const deployment: Deployment = {
    id: random.id(),
    name: 'repair desk',
    queueIds: [queues.Repairs.id, queues.Claims.id],
    sessionDurationSeconds: 4 * 24 * 3600,
    messenger: defaultMessenger(),
  };
  const client = seedClient('Southridge bridge', random);
  client.permissions.push(...bridgePermissions);
  const org: Org = {
    id: random.id(),
    name: 'Southridge Repairs',
    clientId: client.id,
    clients: new Map([[client.id, client]]),
    agentPermissions: [...agentPermissions],
    offers: everyOffer(),
    trust: { orgIds: [], acceptsExternalSessions: true, sessionKey: random.hex(64) },
    threadingMinutes: 4320,
    deployments: new Map([[deployment.id, deployment]]),
    queues: new Map(Object.values(queues).map((each) => [each.id, each])),
    agents,
    customers: new Customers(),
    conversations: new Conversations(),
    rules: defaultConversationRules(),
    signIns: new Map(),
    contacts: new Contacts(),
    externalSources: new Map(),
    cobrowses: new Map(),
    openIntegrations: new Map(),
    audits: [],
  };
  for (const visit of partnerVisits)
    seedVisit({ org, deployment, queue: queues[visit.queue], visit, now, random });
  seedContacts(org, now, random);
  return org;
}

interface VisitSeed {
  readonly org: Org;
  readonly deployment: Deployment;
  readonly queue: Queue;
  readonly visit: (typeof partnerVisits)[number];
  readonly now: number;
  readonly random: Random;
}

function seedVisit({ org, deployment, queue, visit, now, random }: VisitSeed): void {
  const { name, timeZone, end } = visit;
  const lastAt = now - visit.minutes * minute;
  const customer: Customer = {
    id: random.id(),
    name,
    externalContactId: name === null ? null : random.id(),
    deploymentId: deployment.id,
    token: random.id(),
    guestId: random.id(),
    timeZone,
    browserOpen: end === 'goes-on',
    sessionExpiresAt: lastAt + deployment.sessionDurationSeconds * 1000,
  };
  org.customers.set(customer.id, customer);
  const conversation = draftConversation(customer, org.id, lastAt, random);
  const members = queue.memberIds.flatMap((id) => org.agents.get(id) ?? []);
  const talking = members.find(({ routingStatus }) => routingStatus === 'INTERACTING');
  const agent = end === 'goes-on' ? talking : members[random.between(0, members.length - 1)];
  addVisit(
    conversation,
    {
      orgName: org.name,
      customer,
      queue,
      agent: end === 'left' ? null : (agent ?? null),
      dialogue: end === 'left' ? partnerOpenings[visit.queue] : random.pick(partnerDialogues[visit.queue]),
      endedBy: end === 'goes-on' ? null : end === 'left' ? 'customer' : 'agent',
      lastAt,
    },
    random,
  );
  const startedAt = conversation.participants[0]?.legs[0].connectedAt ?? lastAt;
  org.conversations.set(conversation.id, { ...conversation, startedAt });
}
