import type { Sandbox } from '../../sandbox.ts';
import type { Agent } from '../../world/agent.ts';
import type { Org } from '../../world/org.ts';
import { setAgentPresence } from './set-agent-presence.ts';

/** The routing status of an agent on queue changes with what they do; off queue it stays OFF_QUEUE. */
export function setRouting(
  sandbox: Sandbox,
  org: Org,
  agent: Agent,
  status: Exclude<Agent['routingStatus'], 'OFF_QUEUE'>,
): void {
  if (agent.presence === 'On Queue') setAgentPresence(sandbox, org, agent, 'On Queue', status);
}
