import type { Sandbox } from '../../sandbox.ts';
import type { Agent } from '../../world/agent.ts';
import type { Org } from '../../world/org.ts';
import { isBusy } from './is-busy.ts';
import { setRouting } from './set-routing.ts';

/** An agent who interacted is idle again once nothing is left: no connected leg and no after-call work. */
export function freeAgent(sandbox: Sandbox, org: Org, agent: Agent): void {
  if (agent.routingStatus === 'INTERACTING' && !isBusy(org, agent)) setRouting(sandbox, org, agent, 'IDLE');
}
