import { type Act, someAgentLeg, someConversation } from './act.ts';

const conversations = '/api/v2/conversations';

/** What agents do, by the control room and by the platform's API with their own tokens. */
export const agentActs: Readonly<Record<string, Act>> = {
  'an agent changes presence': (play, pick) =>
    play.control('POST', `/agents/${pick.of(play.org.agents.keys())}/presence`, {
      presence: pick.of(['Available', 'Busy', 'Offline']),
    }),
  'an agent changes presence by the platform': (play, pick) => {
    const agentId = pick.of([...play.org.agents.keys()].slice(0, 6));
    const id = pick.of(['e08eaf1b-ee47-4fa9-a231-1200e284798f', '6a3af858-942f-489d-9700-5f9bcdcdae9b']);
    return play.call(
      'PATCH',
      `/api/v2/users/${agentId}/presences/purecloud`,
      { presenceDefinition: { id } },
      agentId,
    );
  },
  'an agent is idle again': (play, pick) => {
    const agentId = pick.of(play.org.agents.keys());
    return play.call('PUT', `/api/v2/users/${agentId}/routingstatus`, { status: 'IDLE' }, agentId);
  },
  'it rings': (play, pick) =>
    play.control('POST', `/conversations/${someConversation(play, pick).id}/alert`, {
      ...(pick.oneIn(2) && { agentId: pick.of([...play.org.agents.keys()].slice(0, 6)) }),
    }),
  'somebody answers': (play, pick) =>
    play.control('POST', `/conversations/${someConversation(play, pick).id}/answer`, {
      ...(pick.oneIn(3) && { agentId: pick.of([...play.org.agents.keys()].slice(0, 6)) }),
    }),
  'the agent answers by the platform': (play, pick) => {
    const { conversation, participant, agentId } = someAgentLeg(play, pick, ['alerting']);
    const path = `${conversations}/messages/${conversation.id}/participants/${participant.id}`;
    return play.call('PATCH', path, { state: pick.oneIn(4) ? 'disconnected' : 'connected' }, agentId);
  },
  'the agent hangs up by the platform': (play, pick) => {
    const { conversation, participant, agentId } = someAgentLeg(play, pick, ['connected', 'parked']);
    const path = `${conversations}/messages/${conversation.id}/participants/${participant.id}`;
    return play.call('PATCH', path, { state: 'disconnected' }, agentId);
  },
  'the agent writes': (play, pick) =>
    play.control('POST', `/conversations/${someConversation(play, pick).id}/messages`, {
      text: 'We are on it',
    }),
  'the agent writes by the platform': (play, pick) => {
    const { conversation, leg, agentId } = someAgentLeg(play, pick, ['connected']);
    const path = `${conversations}/messages/${conversation.id}/communications/${leg.communicationId}`;
    return pick.oneIn(4)
      ? play.call('POST', `${path}/typing`, { typing: { type: 'On', duration: 3000 } }, agentId)
      : play.call('POST', `${path}/messages`, { textBody: 'In a moment' }, agentId);
  },
  'the agent parks': (play, pick) =>
    play.control('POST', `/conversations/${someConversation(play, pick).id}/park`, {
      ...(pick.oneIn(2) && { resumeInSeconds: 1 + pick.nat(4000) }),
    }),
  'the agent goes on': (play, pick) =>
    play.control('POST', `/conversations/${someConversation(play, pick).id}/resume`),
  'the agent parks or goes on by the platform': (play, pick) => {
    const { conversation, participant, leg, agentId } = someAgentLeg(play, pick, ['connected', 'parked']);
    const path = `${conversations}/messages/${conversation.id}/participants/${participant.id}/parkingstate`;
    return play.call('PATCH', path, { state: leg.state === 'parked' ? 'connected' : 'parked' }, agentId);
  },
  'the agent transfers': (play, pick) =>
    play.control('POST', `/conversations/${someConversation(play, pick).id}/transfer`, {
      ...(pick.oneIn(2)
        ? { queueId: pick.of(play.org.queues.keys()) }
        : { toAgentId: pick.of([...play.org.agents.keys()].slice(0, 6)) }),
    }),
  'somebody is replaced by the platform': (play, pick) => {
    const conversation = someConversation(play, pick);
    const participant = pick.of(conversation.participants);
    const body = pick.oneIn(2)
      ? { queueId: pick.of(play.org.queues.keys()) }
      : { userId: pick.of([...play.org.agents.keys()].slice(0, 6)) };
    return play.call(
      'POST',
      `${conversations}/${conversation.id}/participants/${participant.id}/replace`,
      body,
      participant.userId,
    );
  },
  'it is assigned': (play, pick) =>
    play.call('POST', `${conversations}/${someConversation(play, pick).id}/assign`, {
      id: pick.of([...play.org.agents.keys()].slice(0, 6)),
    }),
  'somebody disconnects': (play, pick) =>
    play.control('POST', `/conversations/${someConversation(play, pick).id}/disconnect`, {
      ...(pick.oneIn(2) && {
        by: pick.of(['agent', 'customer', 'system', 'endpoint', 'inactivity', 'spam']),
      }),
    }),
  'it is disconnected by the platform': (play, pick) => {
    const { id } = someConversation(play, pick);
    return pick.oneIn(2)
      ? play.call('POST', `${conversations}/${id}/disconnect`)
      : play.call('PATCH', `${conversations}/messages/${id}`, { state: 'disconnected' });
  },
  'after-call work ends': (play, pick) => {
    const { id } = someConversation(play, pick);
    return play.control('POST', `/conversations/${id}/wrap-up`, pick.oneIn(2) ? { code: 'done' } : undefined);
  },
  'a cobrowse is offered': (play, pick) => {
    const { conversation, agentId } = someAgentLeg(play, pick, ['connected']);
    return play.call('POST', `${conversations}/${conversation.id}/cobrowse`, undefined, agentId);
  },
};
