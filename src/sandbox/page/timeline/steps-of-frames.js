/**
 * The times agents became free, read from the presence and routing events that went out; for a page opened afterwards,
 * which saw no change of state itself.
 *
 * @param {any[]} frames oldest first
 * @param {any[]} agents
 * @returns {any[]} steps
 */
export function stepsOfFrames(frames, agents) {
  const names = new Map(agents.map(({ id, name }) => [id, name]));
  /** @type {Map<string, { presence?: string, routing?: string, free?: boolean }>} */
  const states = new Map();
  return frames.flatMap(({ topic, at, frame }) => {
    const [, agentId, what] = /^v2\.users\.([^.]+)\.(presence|routingStatus)$/.exec(topic) ?? [];
    if (!names.has(agentId)) return [];
    const before = states.get(agentId) ?? {};
    const body = frame.eventBody;
    const state =
      what === 'presence'
        ? { ...before, presence: body?.presenceDefinition?.systemPresence, since: body?.modifiedDate }
        : { ...before, routing: body?.routingStatus?.status, since: body?.routingStatus?.startTime };
    const free =
      state.presence === 'AVAILABLE' || (state.presence === 'ON_QUEUE' && state.routing === 'IDLE');
    states.set(agentId, { ...state, free });
    if (!free || before.free) return [];
    const since = state.since ?? at;
    return [
      {
        id: `agent-${agentId}-${since}`,
        kind: 'agent',
        role: 'free',
        title: 'Agent became free',
        about: `${names.get(agentId)}: ${state.presence === 'AVAILABLE' ? 'Available' : 'On Queue'}`,
        agentId,
        at: since,
        raw: [{ title: 'Notification frame', json: frame }],
      },
    ];
  });
}
