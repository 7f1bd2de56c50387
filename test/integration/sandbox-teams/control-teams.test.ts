import assert from 'node:assert/strict';
import type { TeamsConversation } from '../../../src/sandbox/teams/teams-world.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { requestJson } from '../../support/request-json.ts';
import { conversationOf, userOf } from './find-by-name.ts';
import { type BotDouble, startBot, startTeams, type TeamsGround } from './teams-ground.ts';

const adaptive = 'application/vnd.microsoft.card.adaptive';

describe('the control routes for Teams', () => {
  let bot: BotDouble;
  let ground: TeamsGround;

  beforeEach(async () => {
    bot = await startBot();
    ground = await startTeams(bot.endpoint);
    await waitFor(
      () => [...ground.sandbox.world.teams.conversations.values()].every(({ installed }) => installed),
      { what: 'every install delivered' },
    );
    bot.received.length = 0;
  });

  afterEach(async () => {
    await ground.close();
    await bot.close();
  });

  const call = (method: string, path: string, body?: unknown) =>
    requestJson(method, `${ground.url}/sandbox/v1${path}`, body);

  async function post(conversation: TeamsConversation, activity: unknown): Promise<string> {
    const path = `conversations/${encodeURIComponent(conversation.id)}/activities`;
    const { body } = await requestJson('POST', `${ground.url}/teams/v3/${path}`, activity);
    return body.id;
  }

  it('shows Teams in the state, without what was said there', async () => {
    const { body } = await call('GET', '/state');
    assert.equal(body.teams.serviceUrl, `${ground.url}/teams/`);
    assert.equal(body.teams.users.length, 3);
    const [channel, chat] = body.teams.conversations;
    assert.deepEqual(Object.keys(channel).sort(), ['id', 'installed', 'kind', 'name']);
    assert.deepEqual([channel.kind, channel.name, channel.installed], ['channel', 'Outreach', true]);
    assert.equal(chat.userId, body.teams.users[0].id);
  });

  it('lets a person write to the bot; in a channel with a mention, in a thread of its own', async () => {
    const channel = conversationOf(ground.sandbox, 'Outreach');
    const sam = userOf(ground.sandbox, 'Sam Porter');
    const said = await call('POST', `/teams/conversations/${encodeURIComponent(channel.id)}/messages`, {
      userId: sam.id,
      text: 'status',
    });
    assert.equal(said.status, 200);
    assert.partialDeepStrictEqual(bot.received[0], {
      type: 'message',
      id: said.body.activityId,
      text: '<at>Reachback</at> status',
      entities: [{ type: 'mention', mentioned: { id: ground.sandbox.world.teams.botId } }],
      from: { id: sam.id, aadObjectId: sam.aadObjectId, name: 'Sam Porter' },
      conversation: { id: `${channel.id};messageid=${said.body.activityId}` },
    });
    const [entry] = ground.sandbox.world.record;
    assert.equal(entry?.event, 'said');
  });

  it('tells the bot the language of who writes, once it is set', async () => {
    const chat = conversationOf(ground.sandbox, 'Sam Porter');
    const say = () =>
      call('POST', `/teams/conversations/${chat.id}/messages`, { userId: chat.userId, text: 'hi' });
    await say();
    const set = await call('POST', `/teams/users/${chat.userId}`, { locale: 'ja-JP' });
    assert.deepEqual([set.status, set.body.locale], [200, 'ja-JP']);
    await say();
    assert.deepEqual(
      bot.received.map(({ locale }) => locale),
      ['en-GB', 'ja-JP'],
    );
    assert.equal((await call('POST', `/teams/users/${chat.userId}`, { locale: 'not a tag' })).status, 400);
    assert.equal((await call('POST', '/teams/users/nobody', { locale: 'de' })).status, 404);
  });

  it('sends a button press as the invoke of universal actions and shows the card of the answer', async () => {
    const chat = conversationOf(ground.sandbox, 'Sam Porter');
    const old = { type: 'AdaptiveCard', version: '1.4', body: [] };
    const activityId = await post(chat, {
      type: 'message',
      attachments: [{ contentType: adaptive, content: old }],
    });
    const decided = { ...old, body: [{ type: 'TextBlock', text: 'Approved' }] };
    bot.answer(200, { statusCode: 200, type: adaptive, value: decided });
    const pressed = await call('POST', `/teams/conversations/${chat.id}/actions`, {
      userId: chat.userId,
      activityId,
      verb: 'approve',
      data: { outreachId: 'o1' },
    });
    assert.equal(pressed.body.status, 200);
    assert.partialDeepStrictEqual(bot.received[0], {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: activityId,
      conversation: { id: chat.id, conversationType: 'personal' },
      value: {
        action: { type: 'Action.Execute', verb: 'approve', data: { outreachId: 'o1' } },
        trigger: 'manual',
      },
    });
    const { body } = await call('GET', `/teams/conversations/${chat.id}/activities`);
    assert.deepEqual(body.activities[0].body.attachments, [{ contentType: adaptive, content: decided }]);
    assert.match(body.activities[0].updatedAt, /^\d{4}-\d\d-\d\dT/);
    assert.deepEqual(
      ground.sandbox.world.record.map(({ event }) => event),
      ['posted', 'updated'],
    );
  });

  it('leaves the card alone when the bot answers with a message', async () => {
    const chat = conversationOf(ground.sandbox, 'Sam Porter');
    const activityId = await post(chat, { type: 'message', text: 'a card' });
    const toast = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Not yours' };
    bot.answer(200, toast);
    const pressed = await call('POST', `/teams/conversations/${chat.id}/actions`, {
      userId: chat.userId,
      activityId,
      verb: 'approve',
      data: {},
    });
    assert.deepEqual(pressed.body, { status: 200, body: toast });
    assert.equal(ground.sandbox.world.record.length, 1);
  });

  it('removes the app so that the bot is refused, and installs it again', async () => {
    const chat = conversationOf(ground.sandbox, 'Maya Lindqvist');
    assert.deepEqual((await call('POST', `/teams/conversations/${chat.id}/remove`)).body, {
      delivered: true,
    });
    assert.deepEqual(
      bot.received.map(({ type }) => type),
      ['installationUpdate', 'conversationUpdate'],
    );
    assert.equal(bot.received[0]?.action, 'remove');
    assert.equal(await post(chat, { type: 'message', text: 'Hi' }), undefined);
    assert.deepEqual((await call('POST', `/teams/conversations/${chat.id}/install`)).body, {
      delivered: true,
    });
    assert.notEqual(await post(chat, { type: 'message', text: 'Hi' }), undefined);
  });

  it('tells a bot at a new address of every install', async () => {
    const other = await startBot();
    try {
      await call('POST', '/teams/bot', { endpoint: other.endpoint });
      await waitFor(() => other.received.length === 8, { what: 'four installs, two activities each' });
      assert.deepEqual(bot.received, []);
    } finally {
      await other.close();
    }
  });

  it('says in one sentence what is wrong', async () => {
    const chat = conversationOf(ground.sandbox, 'Maya Lindqvist');
    const messages = `/teams/conversations/${chat.id}/messages`;
    const stranger = userOf(ground.sandbox, 'Sam Porter').id;
    const cases: [path: string, body: unknown, status: number, sentence: RegExp][] = [
      [
        '/teams/conversations/a:none/messages',
        { userId: 'x', text: 'y' },
        404,
        /no Teams conversation a:none/,
      ],
      [messages, { userId: stranger, text: 'y' }, 404, /is not in this conversation/],
      [messages, { userId: chat.userId, text: '  ' }, 400, /text/],
      [messages, {}, 400, /userId/],
      ['/teams/bot', { endpoint: 'nowhere' }, 400, /endpoint/],
      ['/faults', { path: '(' }, 400, /not a regular expression/],
      ['/faults', { path: '.*' }, 400, /a fault needs/],
      ['/nothing', {}, 404, /POST \/sandbox\/v1\/nothing/],
    ];
    for (const [path, body, status, sentence] of cases) {
      const answer = await call('POST', path, body);
      assert.equal(answer.status, status, path);
      assert.match(answer.body.error, sentence);
    }
    await bot.close();
    const silent = await call('POST', messages, { userId: chat.userId, text: 'help' });
    assert.equal(silent.status, 502);
    assert.match(silent.body.error, /did not answer/);
  });

  it('streams what happens as server-sent events', async () => {
    const stream = await fetch(`${ground.url}/sandbox/v1/events`);
    assert.match(stream.headers.get('content-type') ?? '', /^text\/event-stream/);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    await post(conversationOf(ground.sandbox, 'Sam Porter'), { type: 'message', text: 'Hi' });
    while (!text.includes('event: record')) {
      const part = await reader?.read();
      assert.ok(part?.value !== undefined, `the stream ended after: ${text}`);
      text += part.value;
    }
    await reader?.cancel();
    const data = /event: record\ndata: (.*)\n\n/.exec(text)?.[1] ?? '';
    const entry = JSON.parse(data);
    assert.deepEqual([entry.seq, entry.event, entry.activity.text], [1, 'posted', 'Hi']);
    assert.equal(new Date(entry.at).toISOString(), entry.at);
  });

  it('ends open streams when the sandbox closes', async () => {
    const stream = await fetch(`${ground.url}/sandbox/v1/events`);
    await ground.close();
    assert.match(await stream.text(), /^: connected/);
  });

  it('answers the record after a number', async () => {
    const chat = conversationOf(ground.sandbox, 'Sam Porter');
    for (const text of ['one', 'two']) await post(chat, { type: 'message', text });
    const { body } = await call('GET', '/record?after=1');
    assert.deepEqual(
      body.entries.map(({ activity }: { activity: { text: string } }) => activity.text),
      ['two'],
    );
    assert.equal((await call('GET', '/record?after=x')).status, 400);
  });
});
