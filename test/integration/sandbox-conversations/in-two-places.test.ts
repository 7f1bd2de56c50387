import assert from 'node:assert/strict';
import {
  agentNamed,
  type ConversationGround,
  servedGuest,
  startConversations,
  waitingGuest,
} from './conversation-ground.ts';

const onQueue = 'e08eaf1b-ee47-4fa9-a231-1200e284798f';

describe('nobody is in two places', () => {
  let ground: ConversationGround;
  beforeEach(async () => {
    ground = await startConversations();
  });
  afterEach(() => ground.close());

  const detail = async (id: string) => (await ground.call('GET', `/sandbox/v1/conversations/${id}`)).body;
  const statesOf = async (id: string, userId: string): Promise<string[]> =>
    (await detail(id)).participants
      .filter((each: { userId?: string }) => each.userId === userId)
      .flatMap(({ legs }: { legs: { state: string }[] }) => legs.map(({ state }) => state));

  it('who comes back on queue in the middle of a talk is INTERACTING', async () => {
    const { agentId } = servedGuest(ground);
    const asAgent = await ground.as(agentId);
    const path = `/api/v2/users/${agentId}/presences/purecloud`;
    await asAgent('PATCH', path, { presenceDefinition: { id: '6a3af858-942f-489d-9700-5f9bcdcdae9b' } });
    await asAgent('PATCH', path, { presenceDefinition: { id: onQueue } });
    assert.equal(await ground.routingOf(agentId), 'INTERACTING');
  });

  it('nobody is IDLE by saying so while a talk goes on', async () => {
    const { agentId, conversation } = servedGuest(ground);
    const asAgent = await ground.as(agentId);
    const path = `/api/v2/users/${agentId}/routingstatus`;
    assert.equal((await asAgent('PUT', path, { status: 'IDLE' })).status, 400);
    assert.equal(await ground.routingOf(agentId), 'INTERACTING');
    for (const { id } of ground.org.conversations.openOfAgent(agentId)) {
      await ground.control(`/conversations/${id}/disconnect`);
    }
    ground.advance(1_000);
    assert.equal(await ground.routingOf(agentId), 'IDLE');
    assert.ok(conversation.endedAt);
  });

  it('a queue that gives a ringing conversation away stops the ringing', async () => {
    const { conversation, queueId } = waitingGuest(ground);
    const [one, other] = [agentNamed(ground.org, 'Zofia Nowak').id, agentNamed(ground.org, 'Mei Chen').id];
    await ground.control(`/conversations/${conversation.id}/alert`, { agentId: one });
    const queue = conversation.participants.find((each) => each.queueId === queueId);
    const path = `/api/v2/conversations/${conversation.id}/participants/${queue?.id}/replace`;
    assert.equal((await ground.call('POST', path, { userId: other })).status, 202);
    assert.deepEqual(await statesOf(conversation.id, one), ['disconnected']);
    assert.deepEqual(await statesOf(conversation.id, other), ['alerting']);
  });

  for (const how of ['ended', 'assigned to somebody else'] as const) {
    it(`a transfer still ringing has failed once the conversation is ${how}`, async () => {
      const { conversation } = servedGuest(ground);
      const [one, other] = [agentNamed(ground.org, 'Zofia Nowak').id, agentNamed(ground.org, 'Mei Chen').id];
      await ground.control(`/conversations/${conversation.id}/transfer`, { toAgentId: one });
      assert.equal((await detail(conversation.id)).transfers.at(-1).state, 'Pending');
      if (how === 'ended') await ground.control(`/conversations/${conversation.id}/disconnect`);
      else await ground.call('POST', `/api/v2/conversations/${conversation.id}/assign`, { id: other });
      assert.equal((await detail(conversation.id)).transfers.at(-1).state, 'Failed');
    });
  }
});
