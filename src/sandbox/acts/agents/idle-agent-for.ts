import type { Agent } from '../../world/agent.ts';
import type { Conversation } from '../../world/conversation.ts';
import { liveLeg } from '../../world/leg.ts';
import type { Org } from '../../world/org.ts';
import type { Queue } from '../../world/queue.ts';

/** The queue a conversation waits in; undefined when it does not. */
export function waitingQueue(org: Org, { participants }: Conversation): Queue | undefined {
  const waiting = participants.findLast(
    (each) => each.purpose === 'acd' && liveLeg(each).state === 'connected',
  );
  return org.queues.get(waiting?.queueId ?? '');
}

/** It rings at an agent. */
export function rings({ participants }: Conversation): boolean {
  return participants.some((each) => liveLeg(each).state === 'alerting');
}

/** Agents at whom one of these rings. */
export function ringingAgents(conversations: readonly Conversation[]): Set<string> {
  return new Set(
    conversations.flatMap(({ participants }) =>
      participants.flatMap((each) => (liveLeg(each).state === 'alerting' ? (each.userId ?? []) : [])),
    ),
  );
}

/** An idle agent of the queue at whom nothing rings: the one who served the customer last, or who is idle longest. */
export function idleAgentFor(
  org: Org,
  { participants }: Conversation,
  queue: Queue,
  ringing: ReadonlySet<string> = ringingAgents(org.conversations.open()),
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
