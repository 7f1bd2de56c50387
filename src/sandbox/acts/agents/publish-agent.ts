import { activityEvent, presenceEvent, routingStatusEvent } from '../../platform/views/presence-view.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { Agent } from '../../world/agent.ts';
import type { Org } from '../../world/org.ts';

/** Tells the agent's topics what has changed. */
export function publishAgent(
  sandbox: Pick<Sandbox, 'publish' | 'queueIdsOf'>,
  org: Org,
  agent: Agent,
  changed: { readonly presence: boolean; readonly routing: boolean },
): void {
  const stem = `v2.users.${agent.id}`;
  if (changed.presence) sandbox.publish(`${stem}.presence`, presenceEvent(agent));
  if (changed.routing) sandbox.publish(`${stem}.routingStatus`, routingStatusEvent(agent));
  if (changed.presence || changed.routing)
    sandbox.publish(`${stem}.activity`, activityEvent(agent, sandbox.queueIdsOf(org, agent.id)));
}
