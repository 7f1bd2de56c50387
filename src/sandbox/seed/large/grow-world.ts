import type { Conversation } from '../../world/conversation.ts';
import type { Org } from '../../world/org.ts';
import type { World } from '../../world/world.ts';
import { openBrowsers } from '../open-browsers.ts';
import { anonymousTimeZones } from '../people.ts';
import type { Random } from '../random.ts';
import type { Scale } from '../scale.ts';
import { addContacts } from '../seed-contacts.ts';
import { seedCustomer } from '../seed-customer.ts';
import { addPerson } from '../seed-teams.ts';
import { createStaff } from '../staff.ts';
import { visitPlan } from '../visit-plan.ts';
import { addBranch, type Branch } from './add-branch.ts';
import { personName } from './person-name.ts';
import { createRandomStream } from './random-stream.ts';

const agentsPerBranch = 500;
/** A tenant where the bot is in thousands of chats would be no use. */
const agentsInTeams = 24;

/**
 * Adds agents, queues, deployments, customers and conversations to the first organisation until the scale is reached,
 * of the same variety as the written ones, which stay as they are. The same seed, scale and time give the same.
 */
export function growWorld(world: World, scale: Scale): World {
  const [org] = world.orgs.values();
  if (org === undefined) throw new Error('a world without an organisation');
  const now = world.seededAt;
  const random = createRandomStream(`${world.seed}/large`);
  const missing = Math.max(0, scale.agents - org.agents.size);
  const branches: Branch[] = [];
  for (let from = 0; from < missing; from += agentsPerBranch) {
    const count = Math.min(agentsPerBranch, missing - from);
    branches.push(addBranch(org, { number: branches.length + 2, from, count, now, random }));
  }
  const newcomers = branches.flatMap(({ agents }) => agents);
  for (const { name, email } of newcomers.slice(0, agentsInTeams)) {
    addPerson(world.teams, { name, email, role: 'agent' }, random);
  }
  const written = new Set(org.customers.keys());
  openBrowsers(org, addConversations(org, { branches, most: scale.conversations, now, random }), now);
  addContacts(
    org,
    [...org.customers.values()].filter(({ id }) => !written.has(id)),
    now,
  );
  world.scale = scale;
  return world;
}

interface Growth {
  readonly branches: readonly Branch[];
  /** How many conversations there are to be. */
  readonly most: number;
  readonly now: number;
  readonly random: Random;
}

/** Visits as in the plan, over and over; every seventh customer was here before, longer ago than the threading window. */
function addConversations(org: Org, { branches, most, now, random }: Growth): Conversation[] {
  const branched = branches.flatMap(({ deployments }) => deployments);
  const places = branched.length > 0 ? branched : [...org.deployments.values()];
  const staff = createStaff(org);
  const made: Conversation[] = [];
  for (let index = 0; org.conversations.size < most; index += 1) {
    const planned = visitPlan[index % visitPlan.length];
    const deployment = places[random.between(0, places.length - 1)];
    if (planned === undefined || deployment === undefined) break;
    const returns = index % 7 === 6 && org.conversations.size + 2 <= most;
    const sketch = returns ? { ...planned, earlierDays: 8 } : planned;
    const name = personName(random.between(0, 99_999));
    const person = sketch.named ? ([name, random.pick(anonymousTimeZones)] as const) : undefined;
    made.push(seedCustomer({ org, sketch, index, person, deployment, staff, now, random }));
  }
  return made;
}
