const flappingMs = 10_000;
const day = 24 * 3600 * 1000;

const unknown = {
  title: 'No outreach within 3 s',
  about: 'The bot’s log says why, if the bot heard of it: look for “no outreach” or “left out”.',
};

/** This long after an agent became free something should have come of it. */
export const patienceMs = 3000;

/**
 * Why nobody was written to when an agent became free, as far as can be known here: the sandbox sees the bot's requests
 * and not its reasons. The surest reason first.
 *
 * @param {{ agentId: string, at: string }} outreach that came to nothing
 * @param {{ outreaches: any[], orgs: any[], paused: boolean, installed: boolean, now: number }} known
 * @returns {{ title: string, about: string }}
 */
export function whyNobody({ agentId, at }, { outreaches, orgs, paused, installed, now }) {
  const earlier = outreaches.findLast(
    (other) => other.agentId === agentId && Date.parse(other.at) < Date.parse(at),
  );
  const gap = earlier === undefined ? Number.POSITIVE_INFINITY : Date.parse(at) - Date.parse(earlier.at);
  if (gap < flappingMs) {
    return {
      title: 'Passed over: back too soon',
      about: `Free again after ${Math.max(1, Math.round(gap / 1000))} s. Within 10 s that counts as flapping. Set the agent busy, wait, free again.`,
    };
  }
  if (paused)
    return { title: 'Nobody was written to', about: 'Somebody wrote “pause” to the bot. Write “resume”.' };
  if (!installed)
    return {
      title: 'Nobody was written to',
      about: 'The bot is not installed in Teams yet. Is it running?',
    };
  const org = orgs.find(({ agents }) => agents.some(({ id }) => id === agentId));
  if (org === undefined) return unknown;
  const agent = org.agents.find(({ id }) => id === agentId);
  const served = (other) =>
    other.agents.some(({ id }) => outreaches.some((one) => one.agentId === id && one.text));
  if (org !== orgs[0] && !served(org))
    return {
      title: 'Nobody watches here',
      about: `The bot is signed in to ${orgs[0].name}. Nobody listens to the agents of ${org.name}.`,
    };
  if (agent.queueIds.length === 0)
    return {
      title: 'Nobody was written to',
      about: 'The agent is in no queue, so no customer is theirs to write to.',
    };
  if (!hasCandidates(org, agent, outreaches, now))
    return {
      title: 'Nobody left to write to',
      about: 'Each customer of the last 24 h in this agent’s queues is in a chat or has been written to.',
    };
  return unknown;
}

function hasCandidates(org, agent, outreaches, now) {
  const reached = new Set(outreaches.map(({ customerId }) => customerId));
  const channels = new Set(
    org.deployments
      .filter(({ queueIds }) => queueIds.some((id) => agent.queueIds.includes(id)))
      .map(({ id }) => id),
  );
  return org.customers.some(
    ({ id, channelId, conversations }) =>
      !reached.has(id) &&
      channels.has(channelId) &&
      conversations.some(
        ({ lastActivityAt, state }) => state !== 'connected' && now - Date.parse(lastActivityAt) < day,
      ),
  );
}
