import assert from 'node:assert/strict';
import type { TeamsConversation } from '../../../src/sandbox/teams/teams-world.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { requestJson } from '../../support/request-json.ts';
import { conversationOf } from './find-by-name.ts';
import { type BotDouble, startBot, startTeams, type TeamsGround } from './teams-ground.ts';

const card = {
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', version: '1.4' },
    },
  ],
};

describe('the Bot Connector of the sandbox', () => {
  let bot: BotDouble;
  let ground: TeamsGround;

  beforeEach(async () => {
    bot = await startBot();
    ground = await startTeams(bot.endpoint);
  });

  afterEach(async () => {
    await ground.close();
    await bot.close();
  });

  const call = (method: string, path: string, body?: unknown) =>
    requestJson(method, `${ground.url}/teams/v3${path}`, body);

  it('posts a card into a channel as a thread and shows it on the record', async () => {
    const channel = conversationOf(ground.sandbox, 'Outreach');
    const { status, body } = await call('POST', '/conversations', {
      isGroup: true,
      channelData: { channel: { id: channel.id } },
      activity: card,
    });
    assert.equal(status, 201);
    assert.equal(body.id, `${channel.id};messageid=${body.activityId}`);
    assert.equal(body.serviceUrl, `${ground.url}/teams/`);
    const [entry] = ground.sandbox.world.record;
    assert.ok(entry?.kind === 'teams');
    assert.equal(entry.event, 'posted');
    assert.equal(entry.conversationId, channel.id);
    assert.deepEqual(entry.activity, card);
  });

  it('takes percent-encoded ids, replies in the thread, changes and deletes a card', async () => {
    const channel = conversationOf(ground.sandbox, 'Outreach');
    const thread = await call('POST', '/conversations', {
      channelData: { channel: { id: channel.id } },
      activity: card,
    });
    const path = `/conversations/${encodeURIComponent(thread.body.id)}/activities`;
    const reply = await call('POST', path, { type: 'message', text: 'In the thread' });
    assert.equal(reply.status, 201);
    assert.equal(channel.activities.at(-1)?.body.replyToId, thread.body.activityId);

    const changed = await call('PUT', `${path}/${thread.body.activityId}`, { ...card, text: 'Changed' });
    assert.deepEqual(changed, { status: 200, body: { id: thread.body.activityId } });
    assert.equal(channel.activities[0]?.body.text, 'Changed');
    assert.ok(channel.activities[0]?.updatedAt);

    const deleted = await fetch(`${ground.url}/teams/v3${path}/${thread.body.activityId}`, {
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
    });
    assert.equal(deleted.status, 200, 'with a content type and no content, as the SDK may send it');
    const events = ground.sandbox.world.record.map(({ event }) => event);
    assert.deepEqual(events, ['posted', 'posted', 'updated', 'deleted']);
  });

  it('gives every message of a conversation an id of its own, even within one millisecond', async () => {
    const chat = conversationOf(ground.sandbox, 'Sam Porter');
    const path = `/conversations/${chat.id}/activities`;
    const posts = Array.from({ length: 20 }, () => call('POST', path, { type: 'message', text: 'Hi' }));
    const ids = (await Promise.all(posts)).map(({ body }) => body.id);
    assert.equal(new Set(ids).size, 20);
  });

  it('finds the personal chat of a person by either id, and wants the tenant', async () => {
    const chat = conversationOf(ground.sandbox, 'Maya Lindqvist');
    const user = ground.sandbox.world.teams.users.get(chat.userId ?? '');
    const { tenantId } = ground.sandbox.world.teams;
    for (const id of [user?.id, user?.aadObjectId]) {
      const found = await call('POST', '/conversations', { members: [{ id }], tenantId });
      assert.deepEqual([found.status, found.body.id], [201, chat.id]);
    }
    const lost = await call('POST', '/conversations', { members: [{ id: user?.id }] });
    assert.deepEqual([lost.status, lost.body.error.code], [400, 'BadSyntax']);
  });

  it('accepts a reply to the id of an event it never sent, as the SDK does when it continues a conversation', async () => {
    const chat = conversationOf(ground.sandbox, 'Sam Porter');
    const reply = await call('POST', `/conversations/${chat.id}/activities/${crypto.randomUUID()}`, card);
    assert.equal(reply.status, 201);
    assert.deepEqual(chat.activities[0]?.body, card);
  });

  it('takes typing without showing it', async () => {
    const chat = conversationOf(ground.sandbox, 'Sam Porter');
    assert.equal(
      (await call('POST', `/conversations/${chat.id}/activities`, { type: 'typing' })).status,
      201,
    );
    assert.deepEqual(ground.sandbox.world.record, []);
  });

  it('knows who is in a conversation', async () => {
    const channel = conversationOf(ground.sandbox, 'Outreach');
    const chat = conversationOf(ground.sandbox, 'Maya Lindqvist');
    const everybody = await call('GET', `/conversations/${encodeURIComponent(channel.id)}/members`);
    assert.deepEqual(
      everybody.body.map(({ email }: { email: string }) => email),
      ['sam.porter@northwind.example', 'maya.lindqvist@northwind.example', 'daniel.okafor@northwind.example'],
    );
    const paged = await call(
      'GET',
      `/conversations/${encodeURIComponent(channel.id)}/pagedmembers?pageSize=1`,
    );
    assert.equal(paged.body.members.length, 3, 'a page has at least 50');
    const [maya] = (await call('GET', `/conversations/${chat.id}/members`)).body;
    const one = await call('GET', `/conversations/${chat.id}/members/${encodeURIComponent(maya.id)}`);
    assert.deepEqual(one.body, maya);
    assert.equal(maya.givenName, 'Maya');
  });

  it('describes the team', async () => {
    const { team } = ground.sandbox.world.teams;
    const path = `/teams/${encodeURIComponent(team.id)}`;
    assert.equal((await call('GET', path)).body.channelCount, 3);
    const { conversations } = (await call('GET', `${path}/conversations`)).body;
    assert.deepEqual(
      conversations.map(({ name }: { name: string | null }) => name),
      [null, 'Outreach', 'Southridge Repairs'],
    );
  });

  describe('refuses', () => {
    const refusals: [
      what: string,
      code: string,
      status: number,
      run: (chat: TeamsConversation) => ReturnType<typeof call>,
    ][] = [
      [
        'an unknown conversation',
        'ConversationNotFound',
        404,
        () => call('POST', '/conversations/a:nobody/activities', card),
      ],
      [
        'an unknown activity',
        'ActivityNotFoundInConversation',
        404,
        ({ id }) => call('PUT', `/conversations/${id}/activities/1`, card),
      ],
      [
        'an unknown member',
        'MemberNotFoundInConversation',
        404,
        ({ id }) => call('GET', `/conversations/${id}/members/29:nobody`),
      ],
      [
        'an activity without a type',
        'BadSyntax',
        400,
        ({ id }) => call('POST', `/conversations/${id}/activities`, { text: 'Hi' }),
      ],
      [
        'a message that shows nothing',
        'BadSyntax',
        400,
        ({ id }) => call('POST', `/conversations/${id}/activities`, { type: 'message', text: ' ' }),
      ],
      [
        'a thread without an activity',
        'BadSyntax',
        400,
        () =>
          call('POST', '/conversations', {
            channelData: { channel: { id: conversationOf(ground.sandbox, 'Outreach').id } },
          }),
      ],
      [
        'a message over 28 KB',
        'MessageSizeTooBig',
        413,
        ({ id }) =>
          call('POST', `/conversations/${id}/activities`, { type: 'message', text: 'x'.repeat(28 * 1024) }),
      ],
    ];
    for (const [what, code, status, run] of refusals) {
      it(`${what} with ${status} ${code}`, async () => {
        const answer = await run(conversationOf(ground.sandbox, 'Sam Porter'));
        assert.deepEqual([answer.status, answer.body.error.code], [status, code]);
        assert.equal(typeof answer.body.error.message, 'string');
        assert.deepEqual(ground.sandbox.world.record, [], 'and shows nothing');
      });
    }

    it('a body that is no JSON with 400 BadSyntax', async () => {
      const answer = await fetch(`${ground.url}/teams/v3/conversations`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{',
      });
      assert.equal(answer.status, 400);
      assert.match(await answer.text(), /"code":"BadSyntax"/);
    });

    it('a bot that was removed with 403 BotNotInConversationRoster', async () => {
      const chat = conversationOf(ground.sandbox, 'Sam Porter');
      chat.removed = true;
      const answer = await call('POST', `/conversations/${chat.id}/activities`, card);
      assert.deepEqual([answer.status, answer.body.error.code], [403, 'BotNotInConversationRoster']);
    });
  });

  it('tells the bot of every install until it took it', async () => {
    bot.answer(503);
    await waitFor(() => bot.received.length > 0, { what: 'a first try' });
    assert.ok([...ground.sandbox.world.teams.conversations.values()].every(({ installed }) => !installed));
    bot.answer(200);
    await waitFor(
      () => [...ground.sandbox.world.teams.conversations.values()].every(({ installed }) => installed),
      { what: 'every install delivered' },
    );
    const { tenantId, botId } = ground.sandbox.world.teams;
    const channel = conversationOf(ground.sandbox, 'Outreach');
    const taken = bot.received.slice(-8);
    assert.deepEqual(
      taken.map(({ type }) => type),
      Array.from({ length: 4 }, () => ['installationUpdate', 'conversationUpdate']).flat(),
    );
    assert.partialDeepStrictEqual(taken[0], {
      action: 'add',
      channelId: 'msteams',
      serviceUrl: `${ground.url}/teams/`,
      recipient: { id: botId },
      conversation: { id: channel.id, conversationType: 'channel', tenantId },
      channelData: {
        tenant: { id: tenantId },
        team: { id: ground.sandbox.world.teams.team.id },
        settings: { selectedChannel: { id: channel.id } },
      },
    });
    assert.partialDeepStrictEqual(taken[3], {
      membersAdded: [{ id: botId }],
      conversation: { conversationType: 'personal' },
      from: { name: 'Sam Porter' },
    });
  });
});
