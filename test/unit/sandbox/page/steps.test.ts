import assert from 'node:assert/strict';

const page = new URL('../../../../src/sandbox/page/', import.meta.url);
const { customerStep, presenceStep, requestStep, teamsStep } = await import(
  new URL('timeline/steps.js', page).href
);
const { withStep } = await import(new URL('timeline/with-step.js', page).href);
const { chatOfNewestCard } = await import(new URL('teams/chat-of-newest-card.js', page).href);

const at = '2026-11-21T10:00:00.000Z';

describe('the steps of the control room', () => {
  const agent = {
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
      const step = presenceStep({ ...agent, presence, routingStatus }, agent);
      assert.equal(step.title, 'Agent became free');
    }
  });

  it('is silent about changes that free nobody', () => {
    assert.equal(presenceStep({ ...agent, presence: 'Meal' }, agent), null);
    assert.equal(presenceStep({ ...agent, presence: 'On Queue', routingStatus: 'INTERACTING' }, agent), null);
  });

  it('tells of a send with its route and answer, and of other calls only when asked', () => {
    const request = { at, ms: 3, method: 'POST', requestBody: { textBody: 'Hi' }, responseBody: {} };
    const path = '/api/v2/conversations/messages/agentless';
    assert.partialDeepStrictEqual(requestStep({ ...request, path, status: 202 }), {
      told: true,
      failed: false,
      title: 'Message sent',
      about: 'Route agentless, answer 202',
    });
    assert.partialDeepStrictEqual(requestStep({ ...request, path, status: 400 }), {
      failed: true,
      title: 'Send refused',
    });
    assert.partialDeepStrictEqual(requestStep({ ...request, path, status: 0 }), {
      failed: true,
      about: 'Route agentless, answer no answer',
    });
    assert.equal(requestStep({ ...request, path: '/oauth/token', status: 200 }).told, false);
    assert.equal(requestStep({ ...request, path, status: 400, requestBody: {} }).told, false, 'a probe');
  });

  it('names the chat and the state of a card', () => {
    const teams = { conversations: [{ id: '19:x', kind: 'channel', name: 'Outreach' }] };
    const content = {
      type: 'AdaptiveCard',
      body: [{ type: 'Container', id: 'state-awaiting-approval', items: [{ text: 'Send this?' }] }],
    };
    const entry = { event: 'posted', at, conversationId: '19:x', activity: { attachments: [{ content }] } };
    assert.partialDeepStrictEqual(teamsStep(entry, teams), {
      title: 'Card posted',
      about: '#Outreach: Send this?',
      outreach: true,
    });
    const said = { event: 'said', at, conversationId: '19:x', activity: { text: '<at>Reachback</at> help' } };
    assert.partialDeepStrictEqual(teamsStep(said, teams), { about: '#Outreach: “help”', outreach: false });
  });

  it('calls a visitor without a name by the session', () => {
    const org = { customers: [{ id: 'c', name: null, guestId: 'b7f40000' }] };
    const entry = { event: 'wrote', at, customerId: 'c', message: { text: 'Hi' } };
    assert.partialDeepStrictEqual(customerStep(entry, org), { about: 'Visitor B7F4: “Hi”', wrote: true });
  });

  it('joins updates of one card that change no state, and keeps the order of what happened', () => {
    const update = (id: string, state: string, second: number) => ({
      card: { id, state, updated: true },
      at: `2026-11-21T10:00:0${second}.000Z`,
      raw: [second],
    });
    const told = [
      update('a', 'sent', 3),
      update('b', 'sent', 4),
      update('a', 'sent', 5),
      update('a', 'delivered', 6),
      { at: '2026-11-21T10:00:01.000Z', raw: [1] },
    ].reduce(withStep, []);
    assert.deepEqual(
      told.map(({ raw }: { raw: number[] }) => raw),
      [[1], [3, 5], [4], [6]],
    );
  });

  it('finds the chat with the newest card, the channel before a person', () => {
    const teams = {
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
    assert.equal(chatOfNewestCard([], teams), null);
    assert.equal(chatOfNewestCard([posted('channel', 0), posted('maya', 5)], teams), 'maya');
    assert.equal(chatOfNewestCard([posted('channel', 4), posted('maya', 5)], teams), 'channel');
    assert.equal(chatOfNewestCard([posted('maya', 1), posted('channel', 9, 'welcome')], teams), 'maya');
  });
});
