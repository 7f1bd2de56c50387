import type { Conversation } from '../../conversation.ts';
import { liveLeg } from '../../leg.ts';
import type { Agent, Org } from '../../org.ts';
import type { Sandbox } from '../../sandbox.ts';
import { alertAgent } from './alert-agent.ts';
import { idleAgentFor, waitingQueue } from './idle-agent-for.ts';

/** Rings every waiting conversation at an idle agent of its queue, longest waiting first, where the organisation routes by itself. */
export function routeWaiting(sandbox: Sandbox, org: Org): void {
  if (org.rules.routing !== 'automatic') return;
  const waiting = org.conversations
    .open()
    .filter((conversation) => waitingQueue(org, conversation) !== undefined && !rings(conversation))
    .sort((a, b) => waitsSince(a) - waitsSince(b));
  for (const conversation of waiting) {
    const customer = org.customers.get(conversation.customerId);
    const queue = waitingQueue(org, conversation);
    const agent: Agent | undefined = queue && idleAgentFor(org, conversation, queue);
    if (customer !== undefined && agent !== undefined) {
      alertAgent({ sandbox, org, conversation, customer }, agent, queue?.id);
    }
  }
}

function rings({ participants }: Conversation): boolean {
  return participants.some((each) => liveLeg(each).state === 'alerting');
}

function waitsSince({ participants }: Conversation): number {
  const queue = participants.findLast(({ purpose }) => purpose === 'acd');
  return queue === undefined ? 0 : (liveLeg(queue).connectedAt ?? 0);
}
