import type { Conversation } from '../../conversation.ts';
import { liveLeg } from '../../leg.ts';
import type { Agent, Org, Queue } from '../../org.ts';

/** The queue a conversation waits in; undefined when it does not. */
export function waitingQueue(org: Org, { participants }: Conversation): Queue | undefined {
  const waiting = participants.findLast(
    (each) => each.purpose === 'acd' && liveLeg(each).state === 'connected',
  );
  return org.queues.get(waiting?.queueId ?? '');
}

/** Agents at whom a conversation rings. */
export function ringingAgents({ conversations }: Org): Set<string> {
  return new Set(
    conversations
      .open()
      .flatMap(({ participants }) =>
        participants.flatMap((each) => (liveLeg(each).state === 'alerting' ? (each.userId ?? []) : [])),
      ),
  );
}

/** An idle agent of the queue at whom nothing rings: the one who served the customer last, or who is idle longest. */
export function idleAgentFor(
  org: Org,
  { participants }: Conversation,
  queue: Queue,
  ringing: ReadonlySet<string> = ringingAgents(org),
): Agent | undefined {
  const last = participants.findLast(({ purpose }) => purpose === 'agent')?.userId;
  let longest: Agent | undefined;
  for (const id of queue.memberIds) {
    const agent = org.agents.get(id);
    if (agent?.routingStatus !== 'IDLE' || ringing.has(id)) continue;
    if (id === last) return agent;
    if (longest === undefined || agent.routingSince < longest.routingSince) longest = agent;
  }
  return longest;
}
