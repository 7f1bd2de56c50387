import assert from 'node:assert/strict';
import { connectedGuest, endedGuest, first, type Guest } from '../../support/sandbox/platform-ground.ts';
import { type FieldGround, startField } from './field-ground.ts';

describe('follow-up to a closed session', () => {
  let ground: FieldGround;
  beforeEach(async () => {
    ground = await startField();
  });
  afterEach(() => ground.close());

  describe('a participant’s message', () => {
    const proactive = { messageType: 'proactive', content: { text: 'Still there?' } };
    const pathTo = ({ conversation }: Guest, participantId = first(conversation.participants).id) =>
      `/api/v2/communications/conversations/${conversation.id}/participants/${participantId}/messages`;

    it('is denied once the conversation is over, word for word, whatever is in it', async () => {
      const guest = endedGuest(ground.near.org, true);
      for (const { id } of guest.conversation.participants) {
        for (const body of [proactive, {}, undefined]) {
          const answer = await ground.near.call('POST', pathTo(guest, id), body);
          assert.equal(answer.status, 403);
          assert.deepEqual(answer.body, { message: 'Access denied', status: 403, code: 'forbidden' });
        }
      }
      assert.equal(await ground.lastReason(), 'the conversation is no longer active');
      assert.deepEqual(ground.seenBy(guest.customer.id), []);
    });

    it('is denied on an archived conversation and not found on a deleted one', async () => {
      const guest = connectedGuest(ground.near.org);
      guest.conversation.gone = 'archived';
      const archived = await ground.near.call('POST', pathTo(guest), proactive);
      assert.deepEqual(archived.body, { message: 'Access denied', status: 403, code: 'forbidden' });
      guest.conversation.gone = 'deleted';
      assert.equal((await ground.near.call('POST', pathTo(guest), proactive)).status, 404);
    });

    it('reaches the customer while the conversation is active, in the agent’s name on the agent’s participant', async () => {
      const guest = connectedGuest(ground.near.org);
      const agent = guest.conversation.participants.find(({ purpose }) => purpose === 'agent');
      assert.ok(agent);
      const { status, body } = await ground.near.call('POST', pathTo(guest, agent.id), proactive);
      assert.equal(status, 200);
      const entry = await ground.recorded('Still there?');
      assert.deepEqual(entry.message, { id: body.id, text: 'Still there?', fromName: agent.name });
      assert.equal(entry.conversationId, guest.conversation.id);
      const other = { ...proactive, content: { text: 'And from us?' } };
      await ground.near.call('POST', pathTo(guest), other);
      assert.equal((await ground.recorded('And from us?')).message.fromName, undefined);
    });

    it('must be proactive, have a text, and be of a participant who is there', async () => {
      const guest = connectedGuest(ground.near.org);
      for (const body of [
        { ...proactive, messageType: 'reply' },
        { ...proactive, content: { text: ' ' } },
        { ...proactive, content: {} },
        { text: 'Still there?' },
      ]) {
        assert.equal((await ground.near.call('POST', pathTo(guest), body)).status, 400);
      }
      assert.equal((await ground.near.call('POST', pathTo(guest, 'nobody'), proactive)).status, 404);
      assert.deepEqual(ground.seenBy(guest.customer.id), []);
    });
  });

  describe('a webchat message', () => {
    const message = { text: 'Your order left us today.', senderId: 'order-bot', type: 'text' };
    const pathTo = ({ conversation }: Guest) => `/api/v2/conversations/webchat/${conversation.id}/messages`;

    it('lands on the closed conversation and reaches the customer', async () => {
      const guest = endedGuest(ground.near.org, true);
      const before = guest.conversation.messages.length;
      const { status, body } = await ground.near.call('POST', pathTo(guest), message);
      assert.equal(status, 200);
      assert.equal(body.conversationId, guest.conversation.id);
      const entry = await ground.recorded(message.text);
      assert.equal(entry.event, 'shown');
      assert.equal(entry.conversationId, guest.conversation.id);
      assert.equal(guest.conversation.messages.length, before + 1);
    });

    it('lands there even when the threading window is long over', async () => {
      const guest = endedGuest(ground.near.org, false);
      await ground.near.set({ threadingMinutes: 0 });
      const { body } = await ground.near.call('POST', pathTo(guest), message);
      assert.equal(body.conversationId, guest.conversation.id);
      const entry = await ground.recorded(message.text);
      assert.deepEqual([entry.event, entry.conversationId], ['waiting', guest.conversation.id]);
    });

    it('is not taken for a deleted or archived conversation', async () => {
      const guest = endedGuest(ground.near.org, true);
      for (const gone of ['deleted', 'archived'] as const) {
        guest.conversation.gone = gone;
        const { status } = await ground.near.call('POST', pathTo(guest), message);
        assert.equal(status, 404);
        assert.equal(await ground.lastReason(), `the conversation is ${gone}`);
      }
      assert.deepEqual(ground.seenBy(guest.customer.id), []);
    });

    it('needs the client’s own token with conversations:write', async () => {
      const guest = endedGuest(ground.near.org, true);
      const agentId = first([...ground.near.org.agents.keys()]);
      const byAgent = await ground.near.callAs(agentId, 'POST', pathTo(guest), message);
      assert.equal(byAgent.status, 403);
      assert.equal(await ground.lastReason(), 'a user token where a client token is needed');
      await ground.control('POST', `/clients/${ground.near.org.clientId}`, { scopes: ['messaging:write'] });
      const byClient = await ground.near.call('POST', pathTo(guest), message);
      assert.deepEqual(byClient.body, { message: 'Access denied', status: 403, code: 'forbidden' });
      assert.equal(await ground.lastReason(), 'the client lacks the scope conversations:write');
    });

    for (const [what, body] of [
      ['an empty text', { ...message, text: '' }],
      ['a text over 2,000 characters', { ...message, text: 'x'.repeat(2001) }],
      ['another type', { ...message, type: 'card' }],
      ['no sender', { ...message, senderId: undefined }],
      ['a key nobody knows', { ...message, to: 'x' }],
      ['no body', undefined],
    ] as const) {
      it(`is refused with ${what}`, async () => {
        const guest = endedGuest(ground.near.org, true);
        const { status, body: answer } = await ground.near.call('POST', pathTo(guest), body);
        assert.equal(status, 400);
        assert.equal(typeof answer.contextId, 'string');
        assert.deepEqual(ground.seenBy(guest.customer.id), []);
      });
    }
  });
});
