import assert from 'node:assert/strict';
import type { Agent } from '../../../src/sandbox/world/agent.ts';
import type { Guest } from '../../support/sandbox/platform-ground.ts';
import {
  agentNamed,
  type ConversationGround,
  last,
  servedGuest,
  startConversations,
  waitFor,
  waitingGuest,
} from './conversation-ground.ts';

describe('what an agent does with their own token', () => {
  let ground: ConversationGround;
  let call: ConversationGround['call'];
  let guest: Guest & { readonly agentId: string };
  let stranger: Agent;
  let path: string;
  let legPath: string;
  beforeEach(async () => {
    ground = await startConversations();
    guest = servedGuest(ground);
    call = await ground.as(guest.agentId);
    stranger = agentNamed(ground.org, 'Zofia Nowak');
    path = `/api/v2/conversations/messages/${guest.conversation.id}`;
    const { id } = last(await ground.whole(guest.conversation.id), 'agent').messages.at(-1);
    legPath = `${path}/communications/${id}`;
  });
  afterEach(() => ground.close());

  const participantPath = async (): Promise<string> =>
    `/conversations/${guest.conversation.id}/participants/${last(await ground.whole(guest.conversation.id), 'agent').id}`;

  it('writes on the connected leg: queued, sent, delivered, and shown to the guest', async () => {
    guest.customer.browserOpen = true;
    const { status, body } = await call('POST', `${legPath}/messages`, { textBody: 'One moment, please.' });
    assert.equal(status, 200);
    assert.equal(body.status, 'queued');
    assert.equal(body.messengerType, 'webmessaging');
    assert.equal(body.normalizedMessage.text, 'One moment, please.');
    assert.ok(!('textBody' in body));
    const delivered = await waitFor(
      async () => {
        const { body: now } = await ground.call('GET', `/api/v2/conversations/messages/${body.id}/details`);
        return now.status === 'delivery-success' ? now : undefined;
      },
      { what: 'the delivery' },
    );
    assert.equal(delivered.normalizedMessage.status, 'Delivered');
    const shown = ground.world.record.find(({ kind, event }) => kind === 'customer' && event === 'shown');
    assert.ok(shown?.kind === 'customer' && shown.message.id === body.id);
    const leg = last(await ground.whole(guest.conversation.id), 'agent').messages.at(-1);
    assert.equal(leg.messages.at(-1).messageId, body.id);
  });

  it('is refused what is not theirs to send, in the platform’s codes', async () => {
    const send = `${legPath}/messages`;
    const text = { textBody: 'Hello' };
    const bot = await ground.call('POST', send, text);
    assert.deepEqual([bot.status, bot.body.code], [403, 'not.authorized']);
    const other = await (await ground.as(stranger.id))('POST', send, text);
    assert.deepEqual(
      [other.status, other.body.code],
      [404, 'conversation.error.not.conversation.participant'],
    );
    for (const [body, what] of [
      [{}, 'nothing'],
      [{ textBody: '' }, 'an empty text'],
      [{ textBody: 'x'.repeat(2001) }, 'over 2,000 characters'],
      [{ textBody: 'Hi', mediaIds: ['m'] }, 'two kinds'],
      [{ textBody: 'Hi', messagingTemplate: {} }, 'a text and a template'],
      [{ textBody: 7 }, 'a wrong type'],
    ] as const) {
      const { status, body: error } = await call('POST', send, body);
      assert.deepEqual([status, error.code], [400, 'bad.request'], what);
      assert.ok(error.contextId);
    }
    const elsewhere = await call('POST', `${path}/communications/nowhere/messages`, text);
    assert.deepEqual([elsewhere.status, elsewhere.body.code], [404, 'not.found']);
    const customers = last(await ground.whole(guest.conversation.id), 'customer').messages[0].id;
    const foreign = await call('POST', `${path}/communications/${customers}/messages`, text);
    assert.equal(foreign.status, 403);
  });

  it('cannot write once the leg is over, and ends the conversation for everybody', async () => {
    const { status, body } = await call('PATCH', path, { state: 'disconnected' });
    assert.equal(status, 200);
    assert.equal(last(body, 'agent').messages.at(-1).disconnectType, 'client');
    assert.equal(last(body, 'customer').messages.at(-1).disconnectType, 'peer');
    assert.ok(last(body, 'agent').startAcwTime);
    const refused = await call('POST', `${legPath}/messages`, { textBody: 'Still there?' });
    assert.deepEqual([refused.status, refused.body.code], [400, 'bad.request']);
    const unknown = await call('PATCH', path, { state: 'gone' });
    assert.deepEqual([unknown.status, unknown.body.code], [400, 'invalid.value']);
  });

  it('answers, wraps up with a code and hangs up as a participant', async () => {
    const participant = `/api/v2${(await participantPath()).replace('/conversations/', '/conversations/messages/')}`;
    assert.equal((await call('PATCH', participant, { state: 'disconnected' })).status, 202);
    const wrapup = { code: 'solved', notes: 'A tent was found' };
    assert.equal((await call('PATCH', participant, { wrapup })).status, 202);
    const segment = last(await ground.record(guest.conversation.id), 'agent')
      .sessions.at(-1)
      .segments.at(-1);
    assert.equal(segment.segmentType, 'wrapup');
    assert.equal(segment.wrapUpCode, 'solved');
    assert.equal(segment.wrapUpNote, 'A tent was found');
    assert.equal((await call('PATCH', participant, {})).status, 400);
  });

  it('answers what rings at them, or declines it', async () => {
    const waiting = waitingGuest(ground);
    const own = await ground.as(stranger.id);
    await ground.control(`/agents/${stranger.id}/presence`, { presence: 'On Queue' });
    for (const [state, leg] of [
      ['disconnected', 'disconnected'],
      ['connected', 'connected'],
    ] as const) {
      await ground.control(`/conversations/${waiting.conversation.id}/alert`, { agentId: stranger.id });
      const { id } = last(await ground.whole(waiting.conversation.id), 'agent');
      const participant = `/api/v2/conversations/messages/${waiting.conversation.id}/participants/${id}`;
      assert.equal((await own('PATCH', participant, { state })).status, 202);
      const whole = await ground.whole(waiting.conversation.id);
      assert.equal(last(whole, 'agent').messages.at(-1).state, leg);
      assert.equal(last(whole, 'customer').messages[0].state, 'connected');
    }
    assert.equal(await ground.routingOf(stranger.id), 'INTERACTING');
  });

  it('parks and resumes', async () => {
    const parking = `/api/v2${(await participantPath()).replace('/conversations/', '/conversations/messages/')}/parkingstate`;
    const resumeTime = new Date(Date.now() + 3_600_000).toISOString();
    assert.equal((await call('PATCH', parking, { state: 'parked', resumeTime })).status, 202);
    const { body } = await call('GET', path);
    assert.equal(last(body, 'agent').state, 'parked');
    assert.equal(last(body, 'agent').resumeTime, resumeTime);
    assert.ok(last(body, 'agent').parkTime);
    const refused = await call('POST', `${legPath}/messages`, { textBody: 'Hello' });
    assert.equal(refused.status, 400);
    assert.equal((await call('PATCH', parking, { state: 'connected' })).status, 202);
    assert.equal((await call('PATCH', parking, { state: 'connected' })).status, 400);
    assert.equal((await call('PATCH', parking, { state: 'elsewhere' })).body.code, 'invalid.value');
  });

  it('transfers to a queue or an agent, with the platform’s refusals', async () => {
    const replace = `/api/v2${await participantPath()}/replace`;
    const queueId = last(await ground.whole(guest.conversation.id), 'agent').queueId;
    for (const [suffix, body, code] of [
      ['', {}, 'conversations.error.transfer.destination.required'],
      ['/agent', {}, 'conversations.error.transfer.destination.required'],
      ['/agent', { userId: guest.agentId }, 'conversations.error.transfer.same.party'],
      ['/queue', { queueId: 'nowhere' }, 'conversations.error.queue.not.found'],
      ['/queue', { transferType: 'Sideways', queueId }, 'invalid.value'],
    ] as const) {
      const { status, body: error } = await call('POST', `${replace}${suffix}`, body);
      assert.deepEqual([status, error.code], [400, code]);
    }
    assert.equal((await call('POST', `${replace}/agent`, { userId: 'nobody' })).status, 404);
    const given = await call('POST', `${replace}/agent`, { userId: stranger.id });
    assert.equal(given.status, 202);
    assert.equal(given.body, undefined);
    const whole = await ground.whole(guest.conversation.id);
    assert.equal(last(whole, 'agent').userId, stranger.id);
    assert.equal(whole.recentTransfers[0].destination.userId, stranger.id);
    const again = await call('POST', `${replace}/queue`, { queueId });
    assert.deepEqual([again.status, again.body.code], [400, 'conversations.error.transfer.not.connected']);
  });

  it('takes a conversation over when assigned, and loses it so', async () => {
    const assign = `/api/v2/conversations/${guest.conversation.id}/assign`;
    assert.equal((await call('POST', assign, { id: guest.agentId })).status, 400);
    assert.equal((await call('POST', assign, { id: 'nobody' })).status, 404);
    assert.equal((await call('POST', assign, { id: stranger.id })).status, 200);
    const { participants } = await ground.whole(guest.conversation.id);
    const states = participants
      .filter(({ purpose }: { purpose: string }) => purpose === 'agent')
      .map(({ messages }: { messages: { disconnectType?: string; state: string }[] }) => messages.at(-1));
    assert.equal(states[0].disconnectType, 'takeover');
    assert.equal(states[1].state, 'alerting');
  });

  it('shows the guest that they type', async () => {
    const answer = await call('POST', `${legPath}/typing`, { typing: { type: 'On', duration: 3000 } });
    assert.equal(answer.status, 204);
    const wrong = await call('POST', `${legPath}/typing`, { typing: { type: 'Maybe' } });
    assert.equal(wrong.body.code, 'invalid.value');
  });

  it('cannot begin a web messaging conversation', async () => {
    const body = {
      queueId: [...ground.org.queues.keys()][0],
      toAddress: 'x',
      toAddressMessengerType: 'webmessaging',
    };
    const refused = await call('POST', '/api/v2/conversations/messages', body);
    assert.deepEqual([refused.status, refused.body.code], [400, 'invalid.value']);
    assert.match(refused.body.message, /sms, open, whatsapp/);
    const sms = await call('POST', '/api/v2/conversations/messages', {
      ...body,
      toAddressMessengerType: 'sms',
    });
    assert.equal(sms.status, 400);
    const bot = await ground.call('POST', '/api/v2/conversations/messages', {
      ...body,
      toAddressMessengerType: 'sms',
    });
    assert.equal(bot.body.code, 'not.authorized');
  });
});
