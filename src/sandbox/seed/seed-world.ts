import { Contacts } from '../contacts/contacts.ts';
import type { Agent } from '../world/agent.ts';
import { defaultConversationRules } from '../world/conversation-rules.ts';
import { Conversations } from '../world/conversations.ts';
import { Customers } from '../world/customers.ts';
import type { Deployment } from '../world/deployment.ts';
import { defaultMessenger } from '../world/messenger-settings.ts';
import { everyOffer } from '../world/offers.ts';
import type { Org } from '../world/org.ts';
import type { Queue } from '../world/queue.ts';
import type { World } from '../world/world.ts';
import { openBrowsers } from './open-browsers.ts';
import { seedPartner } from './partner/seed-partner.ts';
import { agentSketches, emailOf, identifiedCustomers, type QueueName } from './people.ts';
import { agentPermissions } from './permissions.ts';
import { createRandom } from './random.ts';
import { seedClient } from './seed-client.ts';
import { seedContacts } from './seed-contacts.ts';
import { seedCustomer } from './seed-customer.ts';
import { seedTeams } from './seed-teams.ts';
import { createStaff } from './staff.ts';
import { visitPlan } from './visit-plan.ts';

const minute = 60_000;

/** Northwind with its Teams tenant, and a second organisation it trusts. The same seed and `now` (epoch ms) give the same world. */
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
  const partner = seedPartner(now, createRandom(`${seed}/partner`));
  partner.trust.orgIds.push(orgId);
  const client = seedClient('Reachback', random);
  const org: Org = {
    id: orgId,
    name: 'Northwind',
    clientId: client.id,
    clients: new Map([[client.id, client]]),
    agentPermissions: [...agentPermissions],
    offers: everyOffer(),
    trust: {
      orgIds: [partner.id],
      acceptsExternalSessions: true,
      sessionKey: createRandom(`${seed}/trust`).hex(64),
    },
    threadingMinutes: 4320,
    deployments: new Map([webshop, portal].map((each) => [each.id, each])),
    queues: new Map([sales, support, billing].map((each) => [each.id, each])),
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
  const staff = createStaff(org);
  let named = 0;
  for (const [index, sketch] of visitPlan.entries()) {
    const person = sketch.named ? identifiedCustomers[named++] : undefined;
    const place = index % 2 === 0 ? webshop : portal;
    seedCustomer({ org, sketch, index, person, deployment: place, staff, now, random });
  }
  openBrowsers(org, org.conversations.values(), now);
  seedContacts(org, now, createRandom(`${seed}/contacts`));
  return {
    seed,
    seededAt: now,
    orgs: new Map([org, partner].map((each) => [each.id, each])),
    clockAheadMs: 0,
    teams: seedTeams(agents.values(), botEndpoint, random),
    record: [],
  };
}
