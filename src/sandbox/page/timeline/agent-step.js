import { kindOf } from '../agents/kind-of.js';

/**
 * A presence change as a step of the story; null for changes that free nobody and take nobody away.
 *
 * @param {any} agent
 * @param {any} before the agent as last known
 */
export function agentStep(agent, before) {
  const free = kindOf(agent) === 'free';
  if (free === (before !== undefined && kindOf(before) === 'free')) return null;
  const at =
    Date.parse(agent.presenceSince) > Date.parse(agent.routingSince)
      ? agent.presenceSince
      : agent.routingSince;
  return {
    id: `agent-${agent.id}-${at}`,
    kind: 'agent',
    role: free ? 'free' : 'left',
    title: free ? 'Agent became free' : 'Agent no longer free',
    about: `${agent.name}: ${agent.presence}`,
    agentId: agent.id,
    at,
    raw: [{ title: 'The agent in Genesys Cloud', json: agent }],
  };
}
