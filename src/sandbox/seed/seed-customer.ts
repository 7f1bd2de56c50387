import type { Conversation } from '../world/conversation.ts';
import type { Customer } from '../world/customer.ts';
import type { Deployment } from '../world/deployment.ts';
import type { Org } from '../world/org.ts';
import { addVisit, type Visit } from './add-visit.ts';
import { dialogues, unansweredOpenings } from './dialogues.ts';
import { draftConversation } from './draft-conversation.ts';
import { anonymousTimeZones, queueNames } from './people.ts';
import type { Random } from './random.ts';
import type { Staff } from './staff.ts';
import type { VisitSketch } from './visit-plan.ts';

export interface CustomerSeed {
  readonly org: Org;
  readonly sketch: VisitSketch;
  readonly index: number;
  /** Who it is; undefined for somebody without a name. */
  readonly person: readonly [name: string, timeZone: string] | undefined;
  readonly deployment: Deployment;
  readonly staff: Staff;
  readonly now: number;
  readonly random: Random;
}

const day = 24 * 3_600_000;

/** Adds a customer with the conversations of their visits; gives the one of the last visit. */
export function seedCustomer({
  org,
  sketch,
  index,
  person,
  deployment,
  staff,
  now,
  random,
}: CustomerSeed): Conversation {
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
    const topic = queueNames.find((each) => queue?.name.startsWith(each));
    if (queue === undefined || topic === undefined) throw new Error('a seeded deployment routes to no queue');
    const dialogue = sketch.answered
      ? random.pick(dialogues[topic])
      : random.pick(unansweredOpenings[topic]).map((text) => ['c', text] as const);
    const [first, ...rest] = staff.of(queue, endedBy === null ? 'talking' : 'all');
    return {
      orgName: org.name,
      customer,
      queue,
      agent: sketch.answered && first !== undefined ? random.pick([first, ...rest]) : null,
      dialogue,
      endedBy,
      lastAt: at,
    };
  };
  const begin = () => draftConversation(customer, org.id, lastAt, random);
  const keep = (conversation: Conversation): Conversation => {
    const startedAt = conversation.participants[0]?.legs[0].connectedAt ?? lastAt;
    const seeded = { ...conversation, startedAt };
    org.conversations.set(seeded.id, seeded);
    return seeded;
  };
  const last = visit(lastAt, sketch.endedBy);
  const latest = begin();
  if (sketch.threadDays !== undefined) {
    addVisit(latest, visit(lastAt - sketch.threadDays * day, 'agent'), random);
  }
  addVisit(latest, last, random);
  if (sketch.earlierDays !== undefined) {
    const earlier = begin();
    addVisit(earlier, visit(lastAt - sketch.earlierDays * day, 'agent'), random);
    keep(earlier);
  }
  return keep(latest);
}
