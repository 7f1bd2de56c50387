import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { listeningPort } from '../../support/listening-port.ts';
import { type FaultGround, startFaultGround } from '../../support/sandbox/fault-ground.ts';
import { type BotDouble, startBot } from '../sandbox-teams/teams-ground.ts';

const message = { type: 'message', text: 'Hello' };

describe('faults of Teams', () => {
  let bot: BotDouble;
  let ground: FaultGround;
  let chat: { readonly id: string; readonly userId: string };
  let channelId: string;
  beforeEach(async () => {
    bot = await startBot();
    ground = await startFaultGround({ botEndpoint: bot.endpoint });
    const conversations = [...ground.world.teams.conversations.values()];
    await waitFor(() => conversations.every(({ installed }) => installed), { what: 'every install' });
    bot.received.length = 0;
    const personal = conversations.find(({ kind }) => kind === 'personal');
    const channel = conversations.find(({ kind }) => kind === 'channel');
    ok(personal?.userId && channel);
    chat = { id: personal.id, userId: personal.userId };
    channelId = channel.id;
  });
  afterEach(async () => {
    await ground.close();
    await bot.close();
  });

  const connector = (method: string, path: string, body?: unknown) =>
    ground.call(method, `/teams/v3${path}`, body);
  const posted = () => ground.world.teams.conversations.get(chat.id)?.activities.length;
  const activities = () => `/conversations/${encodeURIComponent(chat.id)}/activities`;

  const codes: readonly (readonly [code: string, status: number])[] = [
    ['Throttled', 429],
    ['PreconditionFailed', 412],
    ['BadGateway', 502],
    ['GatewayTimeout', 504],
    ['BotNotInConversationRoster', 403],
    ['ConversationNotFound', 404],
    ['ActivityNotFoundInConversation', 404],
    ['MessageSizeTooBig', 413],
  ];
  for (const [code, status] of codes) {
    it(`answer ${status} ${code} in the connector’s own body`, async () => {
      await ground.arm({ on: 'teams', call: 'send', code });
      const { status: answered, headers, body } = await connector('POST', activities(), message);
      deepEqual([answered, body.error.code], [status, code]);
      ok(body.error.message);
      equal(headers.get('retry-after'), status === 429 ? '1' : null);
      equal(posted(), 0);
    });
  }

  it('answer a blocked bot as documented, with its sub-code inside the message', async () => {
    await ground.arm({ on: 'teams', call: 'send', code: 'MessageWritesBlocked' });
    const { status, body } = await connector('POST', activities(), message);
    deepEqual([status, body.errorCode, JSON.parse(body.message).subCode], [403, 209, 'MessageWritesBlocked']);
  });

  it('throttle without Retry-After', async () => {
    await ground.arm({ on: 'teams', status: 429, retryAfter: null });
    const { status, headers, body } = await connector('POST', activities(), message);
    deepEqual([status, headers.get('retry-after'), body.error.code], [429, null, 'Throttled']);
  });

  it('hit only the call and the conversation they name', async () => {
    const { body } = await connector('POST', activities(), message);
    const activity = `${activities()}/${body.id}`;
    await ground.arm({ on: 'teams', call: 'update', status: 502 });
    await ground.arm({ on: 'teams', call: 'delete', status: 503 });
    await ground.arm({ on: 'teams', call: 'member', status: 500 });
    await ground.arm({ on: 'teams', call: 'members', status: 501 });
    await ground.arm({ on: 'teams', call: 'create', status: 504, conversationId: 'another' });
    await ground.arm({ on: 'teams', call: 'team', status: 505 });
    const path = `/conversations/${encodeURIComponent(chat.id)}`;
    equal((await connector('POST', activities(), message)).status, 201);
    equal((await connector('POST', activity, message)).status, 201);
    equal((await connector('PUT', activity, message)).status, 502);
    equal((await connector('DELETE', activity)).status, 503);
    equal((await connector('GET', `${path}/members/${encodeURIComponent(chat.userId)}`)).status, 500);
    equal((await connector('GET', `${path}/pagedmembers`)).status, 501);
    equal((await connector('GET', `/teams/${encodeURIComponent(ground.world.teams.team.id)}`)).status, 505);
    await ground.arm({ on: 'teams', call: 'send', status: 500, conversationId: chat.id });
    equal((await connector('POST', activities(), message)).status, 500);
    await ground.arm({ on: 'teams', call: 'create', code: 'BotNotInConversationRoster' });
    const thread = { channelData: { channel: { id: channelId } }, activity: message };
    equal((await connector('POST', '/conversations', thread)).status, 403);
    equal((await connector('POST', '/conversations', thread)).status, 201);
  });

  it('break the body of an answer and leave its status', async () => {
    await ground.arm({ on: 'teams', call: 'send', body: 'empty', when: 'after' });
    const { status, body } = await connector('POST', activities(), message);
    deepEqual([status, body, posted()], [201, undefined, 1]);
  });

  it('lose the answer after the post was made', async () => {
    await ground.arm({ on: 'teams', call: 'send', status: 502, when: 'after' });
    equal((await connector('POST', activities(), message)).status, 502);
    equal(posted(), 1);
    await ground.arm({ on: 'teams', call: 'send', reset: true, when: 'after' });
    await rejects(connector('POST', activities(), message));
    equal(posted(), 2);
  });

  const say = (text: string) =>
    ground.control('POST', `/teams/conversations/${encodeURIComponent(chat.id)}/messages`, {
      userId: chat.userId,
      text,
    });
  const heard = () => bot.received.map(({ text }) => text);

  it('deliver an activity twice, the very same', async () => {
    await ground.arm({ on: 'bot', activity: 'message', what: 'duplicate' });
    equal((await say('help')).status, 200);
    equal(bot.received.length, 2);
    deepEqual(bot.received[0], bot.received[1]);
    equal(posted(), 1);
  });

  it('deliver one late', async () => {
    await ground.arm({ on: 'bot', what: 'late', delayMs: 60 });
    const late = say('first');
    await waitFor(() => posted() === 1, { what: 'the message in the chat' });
    await say('second');
    await late;
    deepEqual(heard(), ['second', 'first']);
  });

  it('deliver one after the next, or after a while when none follows', async () => {
    await ground.arm({ on: 'bot', what: 'reorder', delayMs: 10_000 });
    const overtaken = say('first');
    await waitFor(() => posted() === 1, { what: 'the message in the chat' });
    await say('second');
    await overtaken;
    deepEqual(heard(), ['second', 'first']);
    await ground.arm({ on: 'bot', what: 'reorder', delayMs: 20 });
    await say('third');
    deepEqual(heard(), ['second', 'first', 'third']);
  });

  it('give up on a bot that takes too long', async () => {
    const mute = createServer(() => {});
    mute.listen(0, '127.0.0.1');
    await once(mute, 'listening');
    try {
      await ground.control('POST', '/teams/bot', { endpoint: `http://127.0.0.1:${listeningPort(mute)}/` });
      await ground.arm({ on: 'bot', activity: 'message', what: 'give-up', afterMs: 30 });
      const { status, body } = await say('help');
      equal(status, 502);
      ok(body.error);
    } finally {
      mute.closeAllConnections();
      mute.close();
    }
  });

  it('hit only activities of the type and conversation they name', async () => {
    await ground.arm({ on: 'bot', activity: 'invoke', what: 'duplicate' });
    await ground.arm({ on: 'bot', conversationId: channelId, what: 'duplicate' });
    await say('help');
    equal(bot.received.length, 1);
  });
});
