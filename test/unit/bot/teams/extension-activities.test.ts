import assert from 'node:assert/strict';
import { createTeamsPace } from '../../../../bot/pace/teams-pace.ts';
import { StrictAuthentication } from '../../../../bot/teams/strict-authentication.ts';
import { createTeamsAdapter } from '../../../../bot/teams/teams-adapter.ts';
import type { TeamsInbound } from '../../../../bot/teams-inbound.ts';
import { deafInbound } from '../../../support/deaf-inbound.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { silentLog } from '../../../support/silent-log.ts';

const chats = [
  ['the bot’s own chat', { id: 'a:ada', conversationType: 'personal' }, 'a:ada'],
  [
    'a channel',
    { id: '19:orders@thread.tacv2;messageid=7', conversationType: 'channel' },
    '19:orders@thread.tacv2',
  ],
  ['a group chat', { id: '19:group@thread.v2', conversationType: 'groupChat' }, null],
  [
    'a chat of two people, which calls itself personal',
    { id: '19:a_b@unq.gbl.spaces', conversationType: 'personal' },
    null,
  ],
] as const;

describe('activities of the message extension', () => {
  const heard: (readonly [string, string | null])[] = [];
  beforeEach(() => {
    heard.length = 0;
  });

  const inbound: TeamsInbound = {
    ...deafInbound().inbound,
    async message({ text }) {
      heard.push([`message ${text}`, null]);
      return null;
    },
    async query({ text, reference, skip }) {
      heard.push([`query ${text} ${skip}`, reference?.conversationId ?? null]);
      return { kind: 'message', text: 'Nobody.' };
    },
    async cardAction({ verb, reference }) {
      heard.push([verb, reference?.conversationId ?? null]);
      return { kind: 'message', text: 'heard' };
    },
  };
  const clock = manualClock();
  const process = createTeamsAdapter({
    auth: new StrictAuthentication({ credentials: null, closed: new AbortController().signal }),
    inbound,
    pace: createTeamsPace(clock),
    clock,
    log: silentLog,
  });
  const invoke = (conversation: object, name: string, value: unknown) =>
    take(conversation, { type: 'invoke', name, value });
  const take = (conversation: object, activity: object) =>
    process({
      authorization: '',
      body: {
        ...activity,
        id: 'f:1',
        channelId: 'msteams',
        serviceUrl: 'http://127.0.0.1:9/teams/',
        from: { id: '29:ada', name: 'Ada' },
        recipient: { id: '28:bot' },
        conversation,
      },
    });

  for (const [where, conversation, known] of chats) {
    it(`are answered in ${where}, known as ${known ?? 'no place of the bot’s'}`, async () => {
      const parameters = [{ name: 'name', value: 'noor' }];
      const searched = await invoke(conversation, 'composeExtension/query', {
        commandId: 'customers',
        parameters,
      });
      assert.deepEqual(searched, {
        status: 200,
        body: { composeExtension: { type: 'message', text: 'Nobody.' } },
      });
      const action = { type: 'Action.Execute', verb: 'customer.open', data: {} };
      assert.equal((await invoke(conversation, 'adaptiveCard/action', { action })).status, 200);
      assert.deepEqual(heard, [
        ['query noor 0', known],
        ['customer.open', known],
      ]);
    });
  }

  it('a card picked there and sent to the bot itself says nothing; with a word beside it, it does', async () => {
    const attachments = [
      { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } },
    ];
    const chat = chats[0][1];
    const place =
      '<span class="inline-compose-card" itemid="0">\n <span itemprop="cardId"></span>\n</span>&nbsp;';
    assert.equal((await take(chat, { type: 'message', text: place, attachments })).status, 200);
    assert.equal((await take(chat, { type: 'message', attachments })).status, 200);
    assert.deepEqual(heard, []);
    await take(chat, { type: 'message', text: 'status', attachments });
    // What Teams sends beside any message.
    await take(chat, { type: 'message', text: '', attachments: [{ contentType: 'text/html', content: '' }] });
    assert.deepEqual(heard, [
      ['message status', null],
      ['message ', null],
    ]);
  });
});
