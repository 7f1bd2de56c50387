import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { requestJson } from '../../support/request-json.ts';
import { conversationOf, userOf } from './find-by-name.ts';
import { type BotDouble, startBot, startTeams, type TeamsGround } from './teams-ground.ts';

describe('the control routes for the message extension', () => {
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

  async function chatOfSamAndMaya(): Promise<string> {
    const userIds = ['Sam Porter', 'Maya Lindqvist'].map((name) => userOf(ground.sandbox, name).id);
    const { status, body } = await call('POST', '/teams/chats', { userIds });
    assert.equal(status, 200);
    return body.id;
  }

  it('sends a search as Teams does, and gives the bot’s answer as it came', async () => {
    const sam = userOf(ground.sandbox, 'Sam Porter');
    const chat = conversationOf(ground.sandbox, 'Sam Porter');
    const results = { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] } };
    bot.answer(200, results);
    const path = `/teams/conversations/${chat.id}/queries`;
    const first = await call('POST', path, { userId: sam.id });
    assert.deepEqual(first.body, { status: 200, body: results });
    await call('POST', path, { userId: sam.id, text: 'noor', skip: 25 });
    const [initial, typed] = bot.received;
    assert.partialDeepStrictEqual(initial, {
      type: 'invoke',
      name: 'composeExtension/query',
      from: { id: sam.id, aadObjectId: sam.aadObjectId },
      conversation: { id: chat.id, conversationType: 'personal' },
      value: {
        commandId: 'customers',
        parameters: [{ name: 'initialRun', value: 'true' }],
        queryOptions: { skip: 0, count: 25 },
      },
    });
    assert.partialDeepStrictEqual(typed, {
      value: { parameters: [{ name: 'name', value: 'noor' }], queryOptions: { skip: 25, count: 25 } },
    });
    assert.equal(chat.activities.length, 0, 'nobody else sees a search');
  });

  it('has chats between people, where the bot is not but its extension is', async () => {
    const id = await chatOfSamAndMaya();
    assert.match(id, /^19:.*@unq\.gbl\.spaces$/);
    assert.equal(await chatOfSamAndMaya(), id, 'one for the two of them');
    const path = `/teams/conversations/${encodeURIComponent(id)}`;
    const sam = userOf(ground.sandbox, 'Sam Porter');
    assert.equal((await call('POST', `${path}/queries`, { userId: sam.id })).status, 200);
    assert.partialDeepStrictEqual(bot.received[0], { conversation: { id, conversationType: 'personal' } });
    const daniel = userOf(ground.sandbox, 'Daniel Okafor');
    assert.equal((await call('POST', `${path}/queries`, { userId: daniel.id })).status, 404);
    for (const refused of ['messages', 'install', 'remove']) {
      const { status, body } = await call('POST', `${path}/${refused}`, { userId: sam.id, text: 'status' });
      assert.deepEqual([status, body.error], [400, 'The bot is not in a chat between people.']);
    }
    const roster = await requestJson(
      'GET',
      `${ground.url}/teams/v3/conversations/${encodeURIComponent(id)}/members`,
    );
    assert.deepEqual([roster.status, roster.body.error.code], [403, 'BotNotInConversationRoster']);
  });

  it('lets a picked card be sent and pressed, and tells the bot of the press alone', async () => {
    const id = await chatOfSamAndMaya();
    const path = `/teams/conversations/${encodeURIComponent(id)}`;
    const [sam, maya] = ['Sam Porter', 'Maya Lindqvist'].map((name) => userOf(ground.sandbox, name));
    assert.ok(sam && maya);
    const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
    const sent = await call('POST', `${path}/cards`, { userId: sam.id, card });
    assert.equal(sent.status, 200);
    assert.equal(bot.received.length, 0);
    const replaced = { ...card, body: [{ type: 'TextBlock', text: 'A form' }] };
    bot.answer(200, { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: replaced });
    const { activityId } = sent.body;
    const press = { userId: maya.id, activityId, verb: 'customer.open', data: { conversationId: 'c' } };
    assert.equal((await call('POST', `${path}/actions`, press)).status, 200);
    assert.partialDeepStrictEqual(bot.received[0], {
      name: 'adaptiveCard/action',
      from: { id: maya.id },
      replyToId: activityId,
      conversation: { id },
    });
    const shown = await call('GET', `${path}/activities`);
    assert.deepEqual(shown.body.activities[0].body.attachments[0].content, replaced);
  });

  it('refuses a chat of one, or with somebody there is not', async () => {
    const sam = userOf(ground.sandbox, 'Sam Porter');
    assert.equal((await call('POST', '/teams/chats', { userIds: [sam.id, sam.id] })).status, 400);
    assert.equal((await call('POST', '/teams/chats', { userIds: [sam.id, '29:nobody'] })).status, 404);
    assert.equal((await call('POST', '/teams/chats', { userIds: [sam.id] })).status, 400);
  });

  it('says so when the bot does not answer a search', async () => {
    await bot.close();
    const sam = userOf(ground.sandbox, 'Sam Porter');
    const chat = conversationOf(ground.sandbox, 'Sam Porter');
    const { status } = await call('POST', `/teams/conversations/${chat.id}/queries`, { userId: sam.id });
    assert.equal(status, 502);
  });
});
