import type { Sandbox } from '../../sandbox.ts';
import type { Conversation } from '../../world/conversation.ts';
import { liveLeg } from '../../world/leg.ts';
import type { Org } from '../../world/org.ts';
import { alertAgent } from './alert-agent.ts';
import { idleAgentFor, ringingAgents, rings, waitingQueue } from './idle-agent-for.ts';

/**
 * Rings every waiting conversation (of the `unserved`: those that wait or ring) at an idle agent of its queue, longest
 * waiting first, where the organisation routes by itself.
 */
export function routeWaiting(sandbox: Sandbox, org: Org, unserved: readonly Conversation[]): void {
  if (org.rules.routing !== 'automatic') return;
  const ringing = ringingAgents(unserved);
  const exhausted = new Set<string>();
  const waiting = unserved
    .flatMap((conversation) => {
      const queue = waitingQueue(org, conversation);
      return queue === undefined || rings(conversation) ? [] : { conversation, queue };
    })
    .sort((one, other) => waitsSince(one.conversation) - waitsSince(other.conversation));
  for (const { conversation, queue } of waiting) {
    const customer = org.customers.get(conversation.customerId);
    if (customer === undefined || exhausted.has(queue.id)) continue;
    const agent = idleAgentFor(org, conversation, queue, ringing);
    if (agent === undefined) exhausted.add(queue.id);
    else {
      ringing.add(agent.id);
      alertAgent({ sandbox, org, conversation, customer }, agent, queue.id);
    }
  }
}

function waitsSince({ participants }: Conversation): number {
  const queue = participants.findLast(({ purpose }) => purpose === 'acd');
  return queue === undefined ? 0 : (liveLeg(queue).connectedAt ?? 0);
}
