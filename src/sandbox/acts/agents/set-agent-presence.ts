import type { Sandbox } from '../../sandbox.ts';
import type { Agent } from '../../world/agent.ts';
import type { Org } from '../../world/org.ts';
import type { SystemPresenceName } from '../../world/system-presences.ts';
import { isBusy } from './is-busy.ts';
import { publishAgent } from './publish-agent.ts';

/**
 * The agent's presence changes, and with it the routing status: on queue is IDLE, or INTERACTING for who still
 * talks to a customer (unverified), unless told otherwise; everything else is OFF_QUEUE. Tells the agent's topics; nothing is told when nothing changed (unverified).
 */
export function setAgentPresence(
  sandbox: Sandbox,
  org: Org,
  agent: Agent,
  presence: SystemPresenceName,
  routingStatus?: Agent['routingStatus'],
): void {
  const onQueue = (): Agent['routingStatus'] =>
    routingStatus ?? (isBusy(org, agent) ? 'INTERACTING' : 'IDLE');
  const routing = presence === 'On Queue' ? onQueue() : 'OFF_QUEUE';
  const changed = { presence: agent.presence !== presence, routing: agent.routingStatus !== routing };
  if (changed.presence) {
    agent.presence = presence;
    agent.presenceSince = sandbox.now();
  }
  if (changed.routing) {
    agent.routingStatus = routing;
    agent.routingSince = sandbox.now();
  }
  if (!changed.presence && !changed.routing) return;
  sandbox.changed();
  sandbox.live.emit('presence', { orgId: org.id, agentId: agent.id });
  publishAgent(sandbox, org, agent, changed);
}
