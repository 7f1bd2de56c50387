import type { Conversation, Message, Participant } from '../conversation.ts';
import type { Agent, Customer, Queue } from '../org.ts';
import type { Dialogue } from './dialogues.ts';
import type { Random } from './random.ts';

/** One time a customer was here. */
export interface Visit {
  readonly customer: Customer;
  readonly queue: Queue;
  /** Null when none came. */
  readonly agent: Agent | null;
  readonly dialogue: Dialogue;
  /** How it ended; null while it goes on. */
  readonly endedBy: 'agent' | 'customer' | 'session' | null;
  /** When it ended, or when the last word was written. */
  readonly lastAt: number;
}

/** Writes the visit into the conversation, as the first or as one more on the same thread. */
export function addVisit(conversation: Conversation, visit: Visit, random: Random): void {
  const { customer, agent, queue, endedBy, lastAt } = visit;
  const customerEnd = { agent: 'peer', customer: 'client', session: 'session.expired' } as const;
  const written = timesOf(visit, random);
  const startedAt = written[0] ?? lastAt;
  const firstAnswer = visit.dialogue.findIndex(([who]) => who === 'a');
  const answeredAt = agent === null || firstAnswer === -1 ? null : (written[firstAnswer] ?? lastAt) - 6000;

  const leg = (given: Pick<Participant, 'purpose' | 'name'> & Partial<Participant>): Participant => ({
    id: random.id(),
    communicationId: random.id(),
    state: 'connected',
    connectedAt: startedAt,
    ...given,
  });
  const ended = (at: number, disconnectType: Participant['disconnectType']) =>
    ({ state: 'disconnected', disconnectedAt: at, ...(disconnectType && { disconnectType }) }) as const;

  let customerLeg = conversation.participants.find(({ purpose }) => purpose === 'customer');
  if (customerLeg === undefined) {
    customerLeg = leg({
      purpose: 'customer',
      name: customer.name ?? '',
      attributes: { timeZone: customer.timeZone },
      ...(customer.externalContactId !== null && { externalContactId: customer.externalContactId }),
    });
    conversation.participants.push(customerLeg);
  } else if (customerLeg.disconnectedAt !== undefined) {
    const { connectedAt, disconnectedAt, disconnectType } = customerLeg;
    customerLeg.earlier = [{ connectedAt, disconnectedAt, ...(disconnectType && { disconnectType }) }];
    customerLeg.connectedAt = startedAt;
  }
  if (endedBy !== null) Object.assign(customerLeg, ended(lastAt, customerEnd[endedBy]));

  conversation.participants.push(
    leg({ purpose: 'workflow', name: 'Northwind inbound messages', ...ended(startedAt + 900, 'transfer') }),
    leg({
      purpose: 'acd',
      name: queue.name,
      queueId: queue.id,
      connectedAt: startedAt + 900,
      ...(answeredAt !== null
        ? ended(answeredAt, 'transfer')
        : endedBy !== null && ended(lastAt, endedBy === 'session' ? 'system' : 'peer')),
    }),
  );
  let agentLeg: Participant | undefined;
  if (agent !== null && answeredAt !== null) {
    agentLeg = leg({
      purpose: 'agent',
      name: agent.name,
      userId: agent.id,
      queueId: queue.id,
      alertedAt: Math.max(answeredAt - 4000, startedAt + 1000),
      connectedAt: answeredAt,
      ...(endedBy !== null && ended(lastAt, endedBy === 'agent' ? 'client' : 'peer')),
    });
    conversation.participants.push(agentLeg);
  }
  const reference = String(random.between(410_000, 489_999));
  for (const [index, [who, text]] of visit.dialogue.entries()) {
    const author = who === 'a' ? agentLeg : customerLeg;
    if (author === undefined) continue;
    const common = {
      id: random.id(),
      participantId: author.id,
      text: text.replace('#', `NW-${reference}`),
      at: written[index] ?? lastAt,
    };
    const message: Message =
      author === customerLeg
        ? { ...common, direction: 'inbound', status: 'received' }
        : {
            ...common,
            direction: 'outbound',
            status: 'delivery-success',
            fromName: author.name,
            originatingEntity: 'Human',
          };
    conversation.messages.push(message);
  }
  if (endedBy !== null) conversation.endedAt = lastAt + (endedBy === 'agent' ? 1000 : 0);
  else delete conversation.endedAt;
}

/** When each line was written, backwards from the end; the last one a few seconds before it. */
function timesOf({ dialogue, lastAt }: Visit, random: Random): number[] {
  const times: number[] = [];
  let at = lastAt - random.between(2, 15) * 1000;
  for (const _ of dialogue) {
    times.unshift(at);
    at -= random.between(15, 150) * 1000 + random.between(0, 999);
  }
  return times;
}
