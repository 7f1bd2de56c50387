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

/** An idle agent of the queue at whom nothing rings: the one who served the customer last, or who is idle longest. */
export function idleAgentFor(org: Org, conversation: Conversation, queue: Queue): Agent | undefined {
  const ringing = new Set(
    org.conversations
      .open()
      .flatMap(({ participants }) =>
        participants.flatMap((each) => (liveLeg(each).state === 'alerting' ? (each.userId ?? []) : [])),
      ),
  );
  const idle = queue.memberIds
    .flatMap((id) => org.agents.get(id) ?? [])
    .filter(({ id, routingStatus }) => routingStatus === 'IDLE' && !ringing.has(id))
    .sort((a, b) => a.routingSince - b.routingSince);
  const last = conversation.participants.findLast(({ purpose }) => purpose === 'agent')?.userId;
  return idle.find(({ id }) => id === last) ?? idle[0];
}
