/** How the agents' side stands, and the next thing it could do. @param {any[]} participants */
export function standing(participants) {
  const agents = participants.filter(({ purpose }) => purpose === 'agent');
  const inState = (/** @type {string} */ state) =>
    agents.findLast(({ legs }) => legs.at(-1)?.state === state)?.name;
  const connected = inState('connected') ?? inState('parked');
  if (connected !== undefined)
    return { words: `In a chat with ${connected}`, act: 'disconnect', label: 'Agent ends it' };
  const ringing = inState('alerting');
  if (ringing !== undefined) return { words: `Rings at ${ringing}`, act: 'answer', label: 'Agent answers' };
  return { words: 'Waits for an agent', act: 'answer', label: 'An agent answers' };
}
