import type { Agent } from '../world/agent.ts';
import type { Message, Participant } from '../world/conversation.ts';
import type { Customer } from '../world/customer.ts';
import { type DisconnectType, type Leg, liveLeg } from '../world/leg.ts';
import type { Queue } from '../world/queue.ts';
import type { Dialogue } from './dialogues.ts';
import type { DraftConversation } from './draft-conversation.ts';
import type { Random } from './random.ts';

/** One time a customer was here. */
export interface Visit {
  readonly orgName: string;
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
export function addVisit(conversation: DraftConversation, visit: Visit, random: Random): void {
  const { customer, agent, queue, endedBy, lastAt } = visit;
  const customerEnd = { agent: 'peer', customer: 'client', session: 'session.expired' } as const;
  const written = timesOf(visit, random);
  const startedAt = written[0] ?? lastAt;
  const firstAnswer = visit.dialogue.findIndex(([who]) => who === 'a');
  const answeredAt = agent === null || firstAnswer === -1 ? null : (written[firstAnswer] ?? lastAt) - 6000;

  const leg = (given: Partial<Leg> = {}): Leg => ({
    communicationId: random.id(),
    state: 'connected',
    connectedAt: startedAt,
    ...given,
  });
  const ended = (at: number, disconnectType: DisconnectType) =>
    ({ state: 'disconnected', disconnectedAt: at, disconnectType }) as const;

  const customerVisit = leg(endedBy !== null ? ended(lastAt, customerEnd[endedBy]) : {});
  let guest = conversation.participants.find(({ purpose }) => purpose === 'customer');
  if (guest === undefined) {
    guest = {
      id: random.id(),
      purpose: 'customer',
      name: customer.name ?? '',
      attributes: { timeZone: customer.timeZone },
      ...(customer.externalContactId !== null && { externalContactId: customer.externalContactId }),
      legs: [customerVisit],
    };
    conversation.participants.push(guest);
  } else guest.legs.push(customerVisit);

  const queued = startedAt + 900;
  const unanswered = endedBy === null ? {} : ended(lastAt, endedBy === 'session' ? 'system' : 'peer');
  conversation.participants.push(
    {
      id: random.id(),
      purpose: 'workflow',
      name: `${visit.orgName} inbound messages`,
      legs: [leg(ended(queued, 'transfer'))],
    },
    {
      id: random.id(),
      purpose: 'acd',
      name: queue.name,
      queueId: queue.id,
      legs: [
        leg({ connectedAt: queued, ...(answeredAt === null ? unanswered : ended(answeredAt, 'transfer')) }),
      ],
    },
  );
  const afterCallWork = endedBy === 'agent' ? 1000 : 0;
  let server: Participant | undefined;
  if (agent !== null && answeredAt !== null) {
    server = {
      id: random.id(),
      purpose: 'agent',
      name: agent.name,
      userId: agent.id,
      queueId: queue.id,
      legs: [
        leg({
          alertedAt: Math.max(answeredAt - 4000, startedAt + 1000),
          connectedAt: answeredAt,
          queueId: queue.id,
          ...(endedBy !== null && {
            ...ended(lastAt, endedBy === 'agent' ? 'client' : 'peer'),
            wrapUp: { from: lastAt, to: lastAt + afterCallWork },
          }),
        }),
      ],
    };
    conversation.participants.push(server);
  }
  const reference = String(random.between(410_000, 489_999));
  for (const [index, [who, text]] of visit.dialogue.entries()) {
    const author = who === 'a' ? server : guest;
    if (author === undefined) continue;
    const common = {
      id: random.id(),
      participantId: author.id,
      communicationId: liveLeg(author).communicationId,
      text: text.replace('#', `NW-${reference}`),
      at: written[index] ?? lastAt,
    };
    const message: Message =
      author === guest
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
  if (endedBy !== null) conversation.endedAt = lastAt + afterCallWork;
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
