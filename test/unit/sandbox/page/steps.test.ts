import assert from 'node:assert/strict';

const page = new URL('../../../../src/sandbox/page/', import.meta.url);
const load = (file: string) => import(new URL(file, page).href);
const { agentStep } = await load('timeline/agent-step.js');
const { callStep } = await load('timeline/call-step.js');
const { cardStep } = await load('timeline/card-step.js');
const { customerStep } = await load('timeline/customer-step.js');
const { foldedCards } = await load('timeline/folded-cards.js');
const { chatOfNewestCard } = await load('teams/chat-of-newest-card.js');
const { after, afterInWords } = await load('shell/words-of-time.js');

const at = '2026-11-21T10:00:00.000Z';
const teams = {
  users: [{ id: '29:sam', name: 'Sam Porter' }],
  conversations: [{ id: '19:x', kind: 'channel', name: 'Outreach' }],
};

describe('the steps of the control room', () => {
  const agent = {
    id: 'maya',
    name: 'Maya',
    presence: 'Busy',
    routingStatus: 'OFF_QUEUE',
    presenceSince: at,
    routingSince: at,
  };

  it('tells of an agent who became free, by Available or by On Queue and idle', () => {
    for (const [presence, routingStatus] of [
      ['Available', 'OFF_QUEUE'],
      ['On Queue', 'IDLE'],
    ]) {
      const step = agentStep({ ...agent, presence, routingStatus }, agent);
      assert.partialDeepStrictEqual(step, { title: 'Agent became free', role: 'free', agentId: 'maya' });
    }
  });

  it('is silent about changes that free nobody', () => {
    assert.equal(agentStep({ ...agent, presence: 'Meal' }, agent), null);
    assert.equal(agentStep({ ...agent, presence: 'On Queue', routingStatus: 'INTERACTING' }, agent), null);
  });

  const request = { seq: 1, at, ms: 3, to: 'genesys', method: 'POST', correlationId: 'c' };

  it('tells of a send with its route and answer, and of one that failed with its code in words', () => {
    const path = '/api/v2/conversations/messages/agentless';
    const send = { ...request, path, requestBody: { textBody: 'Hi' } };
    assert.partialDeepStrictEqual(callStep({ ...send, status: 202, responseBody: {} }), {
      role: 'send',
      told: true,
      failed: false,
      title: 'Message accepted',
      about: 'Genesys took it (agentless, 202)',
    });
    const refused = { ...send, status: 403, responseBody: { code: 'missing.permissions' } };
    assert.partialDeepStrictEqual(callStep(refused), {
      failed: true,
      title: 'Message failed',
      about: 'a permission is missing (403 missing.permissions)',
    });
    assert.match(callStep({ ...send, status: 0 }).about, /connection broke before an answer/);
  });

  it('leaves probes and quiet calls to the list of all calls', () => {
    const probe = {
      ...request,
      path: '/api/v2/conversations/messages/agentless',
      status: 400,
      requestBody: {},
    };
    assert.equal(callStep(probe).told, false);
    assert.equal(callStep({ ...request, path: '/oauth/token', status: 200 }).told, false);
  });

  it('knows a truth check by the conversation it reads', () => {
    const id = 'ecf6abd7-f75a-401d-8c8d-56e6d8d33019';
    const read = { ...request, method: 'GET', path: `/api/v2/conversations/${id}`, status: 200 };
    assert.partialDeepStrictEqual(callStep(read), { role: 'check', told: true, conversationId: id });
  });

  it('names who pressed a button, and why the bot refused', () => {
    const pressed = {
      ...request,
      to: 'bot',
      path: '/api/messages',
      status: 200,
      requestBody: {
        from: { id: '29:sam' },
        replyToId: '5',
        value: { action: { verb: 'outreach.approve' } },
      },
    };
    const taken = callStep({ ...pressed, responseBody: { statusCode: 200, value: {} } }, teams);
    assert.partialDeepStrictEqual(taken, { title: 'Approved by Sam Porter', cardId: '5', failed: false });
    const refused = { statusCode: 200, value: 'Only supervisors decide.' };
    assert.partialDeepStrictEqual(callStep({ ...pressed, responseBody: refused }, teams), {
      title: 'Approve refused',
      about: 'Sam Porter: Only supervisors decide.',
      failed: true,
    });
  });

  it('takes the words that answer a press on a shared card for its answer, but for those with a code', () => {
    const pressed = {
      ...request,
      to: 'bot',
      path: '/api/messages',
      status: 200,
      requestBody: {
        from: { id: '29:sam' },
        replyToId: '5',
        value: { action: { verb: 'burst.approve-all', data: { burstId: 'b-1', upTo: 3 } } },
      },
    };
    const answered = (value: string) =>
      callStep({ ...pressed, responseBody: { statusCode: 200, value } }, teams);
    assert.partialDeepStrictEqual(answered('2 approved, 1 had lapsed'), {
      title: 'Approved by Sam Porter',
      about: '2 approved, 1 had lapsed',
      failed: false,
      burst: { outreachId: null },
    });
    assert.partialDeepStrictEqual(answered('Not yours. (code teams.not-a-supervisor)'), {
      title: 'Approve refused',
      failed: true,
    });
  });

  it('tells of a card Teams refused, and leaves the others to what they showed', () => {
    const put = {
      ...request,
      to: 'teams',
      method: 'PUT',
      path: '/teams/v3/conversations/19%3Ax/activities/5',
      requestBody: { attachments: [] },
    };
    const blocked = { ...put, status: 403, responseBody: { error: { code: 'MessageWritesBlocked' } } };
    assert.partialDeepStrictEqual(callStep(blocked), {
      told: true,
      failed: true,
      title: 'Card update not taken',
      cardId: '5',
      about: 'Teams: the chat takes no messages from the bot (403 MessageWritesBlocked)',
    });
    assert.equal(callStep({ ...put, status: 200 }).told, false);
  });

  it('names the chat and the state of a card', () => {
    const content = {
      type: 'AdaptiveCard',
      body: [{ type: 'Container', id: 'state-awaiting-approval', items: [{ text: 'Send this?' }] }],
    };
    const entry = {
      seq: 4,
      event: 'posted',
      at,
      activityId: '5',
      conversationId: '19:x',
      activity: { attachments: [{ content }] },
    };
    assert.partialDeepStrictEqual(cardStep(entry, teams), {
      title: 'Card posted',
      about: '#Outreach: Send this?',
      role: 'card',
      cardId: '5',
      state: 'awaiting-approval',
    });
    const row = (place: number, ...items: object[]) => ({ type: 'Container', id: `member-${place}`, items });
    const button = { type: 'Action.Execute', verb: 'burst.approve', data: { outreachId: 'o-1' } };
    const body = [
      { type: 'Container', id: 'burst-waiting', items: [{ text: '1 message waits' }] },
      row(1, { inlines: [{ text: 'Rohan' }] }, { type: 'ActionSet', actions: [button] }),
      row(2, { text: 'Hannah' }),
    ];
    const shared = { ...entry, activity: { attachments: [{ content: { type: 'AdaptiveCard', body } }] } };
    assert.partialDeepStrictEqual(cardStep(shared, teams), {
      about: '#Outreach: 1 message waits',
      role: 'card',
      cardId: '5',
      state: null,
      members: [
        { place: '1', outreachId: 'o-1', waits: true, texts: ['Rohan'] },
        { place: '2', outreachId: null, waits: false, texts: ['Hannah'] },
      ],
    });
    const said = { ...entry, event: 'said', activity: { text: '<at>Reachback</at> help' } };
    assert.partialDeepStrictEqual(cardStep(said, teams), { about: '#Outreach: “help”', cardId: null });
  });

  it('calls a visitor without a name by the session', () => {
    const org = { customers: [{ id: 'c', name: null, guestId: 'b7f40000' }] };
    const entry = { seq: 1, event: 'wrote', at, customerId: 'c', message: { text: 'Hi' } };
    assert.partialDeepStrictEqual(customerStep(entry, org), { about: 'Visitor B7F4: “Hi”', role: 'wrote' });
  });

  it('joins cards that come to one state together, and drops repeats that tell nothing', () => {
    const update = (cardId: string, chatId: string, state: string) => ({
      role: 'card',
      isNew: false,
      title: 'Card updated',
      cardId,
      chatId,
      state,
      stateWords: state,
      raw: [cardId],
    });
    const wrote = { role: 'wrote', title: 'Customer wrote' };
    const folded = foldedCards([
      update('a', '1', 'delivered'),
      wrote,
      update('a', '1', 'delivered'),
      update('a', '1', 'replied'),
      update('b', '2', 'replied'),
    ]);
    assert.deepEqual(
      folded.map(({ title, about }: { title: string; about?: string }) => [title, about]),
      [
        ['Card updated', undefined],
        ['Customer wrote', undefined],
        ['Cards updated', 'In 2 chats: replied'],
      ],
    );
    assert.deepEqual(folded[2].raw, ['a', 'b']);
  });

  it('finds the chat with the newest card, the channel before a person', () => {
    const chats = {
      conversations: [
        { id: 'channel', kind: 'channel' },
        { id: 'maya', kind: 'personal' },
      ],
    };
    const posted = (conversationId: string, second: number, id = 'state-sent') => ({
      kind: 'teams',
      event: 'posted',
      conversationId,
      at: `2026-11-21T10:00:0${second}.000Z`,
      activity: { attachments: [{ content: { id } }] },
    });
    assert.equal(chatOfNewestCard([], chats), null);
    assert.equal(chatOfNewestCard([posted('channel', 0), posted('maya', 5)], chats), 'maya');
    assert.equal(chatOfNewestCard([posted('channel', 4), posted('maya', 5)], chats), 'channel');
    assert.equal(chatOfNewestCard([posted('maya', 1), posted('channel', 9, 'welcome')], chats), 'maya');
  });

  it('says how long after the step before, for the eye and for the ear', () => {
    const cases: [number, string, string][] = [
      [12, '+12 ms', '12 milliseconds later'],
      [1_740, '+1.7 s', '1.7 seconds later'],
      [42_000, '+42 s', '42 seconds later'],
      [180_000, '+3 min', '3 minutes later'],
      [7_200_000, '+2 h', '2 hours later'],
      [86_400_000, '+1 d', '1 day later'],
    ];
    for (const [ms, shown, said] of cases) {
      assert.equal(after(ms), shown);
      assert.equal(afterInWords(ms), said);
    }
  });
});
