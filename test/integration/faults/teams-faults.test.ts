import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { TeamsConversation } from '../../../src/sandbox/teams/teams-world.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { codedLines } from '../../support/coded-lines.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import {
  cardsIn,
  shownIn,
  startTeamsSideGround,
  type TeamsSideGround,
} from '../bot-teams/teams-side-ground.ts';

type Case = readonly [what: string, fault: Readonly<Record<string, unknown>>];

const lost: readonly Case[] = [
  ['a 429', { status: 429 }],
  ['a 429 without Retry-After', { status: 429, retryAfter: null }],
  ['a 429 with an absurd Retry-After', { status: 429, retryAfter: -5 }],
  ['a 412', { code: 'PreconditionFailed' }],
  ['a 500', { status: 500 }],
  ['a 502', { status: 502 }],
  ['a 503 after the work', { status: 503, when: 'after' }],
  ['a 504', { status: 504 }],
  ['a reset before the work', { reset: true }],
  ['a reset after the work', { reset: true, when: 'after' }],
  ['a reset in the middle of the answer', { reset: 'mid-answer' }],
];

/** A post answered so was made, but nobody can tell under which id. */
const garbled: readonly Case[] = [
  ['half of the JSON', { body: 'cut', when: 'after' }],
  ['a page', { body: 'html', when: 'after' }],
  ['nothing', { body: 'empty', when: 'after' }],
  ['a page of somebody else', { body: 'html' }],
];

describe('the bot’s cards under faults of Teams', () => {
  let ground: TeamsSideGround;
  let next = 0;
  before(async () => {
    ground = await startTeamsSideGround();
    await ground.installedEverywhere();
  });
  beforeEach(() => {
    next = 0;
  });
  after(() => ground.close());

  /** An outreach that went out by itself, for an agent of its own, so that its card is in a chat of its own. */
  async function sent(): Promise<{ id: string; name: string; chat: TeamsConversation }> {
    const agent = ground.agents[next % ground.agents.length];
    next += 1;
    ok(agent);
    const at = Date.now();
    const outreach = exampleOutreach({
      state: 'sent',
      agentId: agent.agentId,
      agentName: agent.name,
      customerName: `Customer ${next}-${at}`,
      createdAt: at,
      updatedAt: at,
    });
    await ground.store.outreaches.insert(outreach, [
      { at, who: 'test', why: 'test', from: null, to: 'sent' },
    ]);
    return { id: outreach.id, name: String(outreach.customerName), chat: ground.chatWith(agent.name) };
  }
  const arm = (fault: unknown) => ground.control('/faults', fault);
  /** A card names its customer, and its outreach only while it has buttons. */
  const cards = (chat: TeamsConversation, name: string) =>
    cardsIn(chat).filter(({ card }) => card.includes(name));
  const shows = (chat: TeamsConversation, name: string, state: string) =>
    waitFor(() => cards(chat, name).find(({ card }) => card.includes(`state-${state}`)), {
      what: `the card of ${name} to show ${state}`,
    });

  /** Each fault was met by us: nothing below tried again unasked. */
  const metBy = (earlier: number) => equal(codedLines(ground.lines.slice(earlier)).length, lost.length);

  it('reach the ledger in the end, whatever becomes of an update', async () => {
    const earlier = ground.lines.length;
    await Promise.all(
      lost.map(async ([what, fault]) => {
        const { id, name, chat } = await sent();
        ground.poke(id);
        const posted = await shows(chat, name, 'sent');
        await arm({ on: 'teams', call: 'update', conversationId: chat.id, ...fault });
        await ground.moveOn(id, 'delivered');
        const shown = await shows(chat, name, 'delivered');
        equal(shown.activity.id, posted.activity.id, what);
        equal(cards(chat, name).length, 1, what);
      }),
    );
    metBy(earlier);
  });

  it('are posted in the end, whatever becomes of a post: never lost, twice only when the answer was', async () => {
    const earlier = ground.lines.length;
    await Promise.all(
      lost.map(async ([what, fault]) => {
        const { id, name, chat } = await sent();
        await arm({ on: 'teams', call: 'send', conversationId: chat.id, ...fault });
        ground.poke(id);
        await waitFor(
          async () => (await ground.store.cards.of(id)).some(({ activityId }) => activityId !== null),
          {
            what: `a card in spite of ${what}`,
          },
        );
        const stored = fault.when === 'after' || fault.reset === 'mid-answer';
        equal(cards(chat, name).length, stored ? 2 : 1, what);
      }),
    );
    metBy(earlier);
  });

  it('are posted again when the answer to the post is no answer', async () => {
    await Promise.all(
      garbled.map(async ([what, fault]) => {
        const { id, name, chat } = await sent();
        await arm({ on: 'teams', call: 'send', conversationId: chat.id, ...fault });
        ground.poke(id);
        const activityId = await waitFor(
          async () => (await ground.store.cards.of(id)).find((row) => row.activityId !== null)?.activityId,
          { what: `a card in spite of ${what}` },
        );
        ok(
          cards(chat, name).some(({ activity }) => activity.id === activityId),
          what,
        );
        await ground.moveOn(id, 'delivered');
        const shown = await shows(chat, name, 'delivered');
        equal(shown.activity.id, activityId);
      }),
    );
  });

  it('are not taken for shown because a gateway answered an update with a page of its own', async () => {
    const { id, name, chat } = await sent();
    ground.poke(id);
    const posted = await shows(chat, name, 'sent');
    const earlier = ground.lines.length;
    await arm({ on: 'teams', call: 'update', conversationId: chat.id, body: 'html' });
    await ground.moveOn(id, 'delivered');
    const shown = await shows(chat, name, 'delivered');
    equal(shown.activity.id, posted.activity.id);
    ok(codedLines(ground.lines.slice(earlier)).includes('teams.answer-garbled'));
  });

  it('are posted anew when the old one is gone, once, and say so', async () => {
    const { id, name, chat } = await sent();
    ground.poke(id);
    const { activity } = await shows(chat, name, 'sent');
    await arm({
      on: 'teams',
      call: 'update',
      conversationId: chat.id,
      code: 'ActivityNotFoundInConversation',
      count: 2,
    });
    await ground.moveOn(id, 'delivered');
    const shown = await shows(chat, name, 'delivered');
    ok(shown.activity.id !== activity.id);
    match(shown.card, /note-replaces/);
    await ground.moveOn(id, 'replied');
    const givenUp = () => codedLines(ground.lines).includes('teams.card-gone');
    await waitFor(async () => (givenUp() ? (await ground.store.cards.of(id))[0]?.lastError : undefined), {
      what: 'the second one to be given up',
    });
    equal(cards(chat, name).length, 2, 'no third card');
  });

  it('are shown in a short form where the whole is too big, and whole again afterwards', async () => {
    const { id, name, chat } = await sent();
    await arm({ on: 'teams', call: 'send', conversationId: chat.id, code: 'MessageSizeTooBig' });
    ground.poke(id);
    const short = await shows(chat, name, 'sent');
    match(short.card, /note-too-big/);
    await ground.moveOn(id, 'delivered');
    const whole = await shows(chat, name, 'delivered');
    equal(whole.activity.id, short.activity.id);
    ok(!whole.card.includes('note-too-big'));
  });

  it('are said to be missing in the chat of an agent who blocked the bot, in the channel and to supervisors who ask', async () => {
    const { id, name, chat } = await proposed();
    await arm({ on: 'teams', call: 'send', conversationId: chat.id, code: 'MessageWritesBlocked' });
    await ground.moveOn(id, 'approved', { decidedBy: 'Sam Porter', decidedAt: Date.now() });
    await waitFor(() => cards(ground.channel, name).find(({ card }) => card.includes('note-agent-untold')), {
      what: 'the line on the channel’s card',
    });
    equal(cards(chat, name).length, 0);
    const own = ground.chatWith('Sam Porter');
    await ground.control(`/teams/conversations/${own.id}/messages`, { userId: own.userId, text: 'status' });
    await shownIn(own, new RegExp(`closed-places.*${chat.name}: Teams lets the bot write nothing`));
    await ground.control(`/teams/conversations/${chat.id}/install`, {});
    await shows(chat, name, 'approved');
    await ground.moveOn(id, 'sent');
    await waitFor(
      () =>
        cards(ground.channel, name).find(
          ({ card }) => card.includes('state-sent') && !card.includes('note-agent-untold'),
        ),
      { what: 'the line to go' },
    );
  });

  it('go on where the removal arrives after the installation that followed it', async () => {
    const { id, name, chat } = await sent();
    await arm({
      on: 'bot',
      activity: 'installationUpdate',
      conversationId: chat.id,
      what: 'late',
      delayMs: 300,
    });
    const removal = ground.control(`/teams/conversations/${chat.id}/remove`, {});
    await waitFor(() => chat.removed || undefined, { what: 'the removal' });
    await ground.control(`/teams/conversations/${chat.id}/install`, {});
    await removal;
    equal((await ground.store.references.get(chat.id))?.installed, true);
    ground.poke(id);
    await shows(chat, name, 'sent');
  });

  for (const code of [
    'BotNotInConversationRoster',
    'MessageWritesBlocked',
    'ForbiddenOperationException',
    'ConversationNotFound',
  ]) {
    it(`are given up on ${code}, and come when the person installs the bot again`, async () => {
      const { id, name, chat } = await sent();
      await arm({ on: 'teams', call: 'send', conversationId: chat.id, code });
      ground.poke(id);
      const installed = async () => (await ground.store.references.get(chat.id))?.installed;
      await waitFor(async () => (await installed()) === false, { what: 'the chat to count as removed' });
      equal(cards(chat, name).length, 0);
      await ground.control(`/teams/conversations/${chat.id}/install`, {});
      await shows(chat, name, 'sent');
    });
  }

  async function proposed() {
    const { id, name, chat } = await sent();
    await ground.moveOn(id, 'awaiting-approval', { mode: 'supervisor' });
    await shownIn(ground.channel, new RegExp(id));
    return { id, name, chat };
  }
  function press(outreachId: string, activityId: string) {
    const userId = ground.userNamed('Sam Porter').id;
    return fetch(`${ground.sandbox.baseUrl}/sandbox/v1/teams/conversations/${ground.channel.id}/actions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        userId,
        activityId,
        verb: 'outreach.approve',
        data: { outreachId },
      }),
    });
  }
  const decisions = async (id: string): Promise<number> =>
    (await ground.store.outreaches.audit(id)).filter(({ to }) => to === 'approved').length;

  it('count a press that came twice at once as one', async () => {
    const { id } = await proposed();
    await arm({ on: 'bot', activity: 'invoke', what: 'duplicate' });
    const { activity } = await shownIn(ground.channel, new RegExp(id));
    const answer = await press(id, activity.id);
    match(JSON.stringify(await answer.json()), /Approved by Sam Porter/);
    equal(await decisions(id), 1);
  });

  it('count a press that Teams gave up on, and that was made again, as one', async () => {
    const { id, name } = await proposed();
    await arm({ on: 'bot', activity: 'invoke', what: 'give-up', afterMs: 0 });
    const { activity } = await shownIn(ground.channel, new RegExp(id));
    for (const _ of ['given up', 'again']) await press(id, activity.id);
    equal(await decisions(id), 1);
    await shows(ground.channel, name, 'approved');
  });

  async function say(text: string) {
    // Nobody's outreach is shown to the last one.
    const agent = ground.agents.at(-1);
    ok(agent);
    const chat = ground.chatWith(agent.name);
    const before = chat.activities.filter(({ from }) => from === 'bot').length;
    await ground.control(`/teams/conversations/${chat.id}/messages`, { userId: chat.userId, text });
    return { chat, replies: () => chat.activities.filter(({ from }) => from === 'bot').length - before };
  }

  it('answer a message that came twice at once only once', async () => {
    await arm({ on: 'bot', activity: 'message', what: 'duplicate' });
    const { replies } = await say('help');
    equal(replies(), 1);
  });

  it('answer a message though the first answers are refused', async () => {
    await arm({ on: 'teams', call: 'send', status: 502 });
    await arm({ on: 'teams', call: 'send', status: 429 });
    const { replies } = await say('help');
    equal(replies(), 1);
  });

  it('leave no fault of these tests unplayed', async () => {
    const response = await fetch(`${ground.sandbox.baseUrl}/sandbox/v1/faults`);
    deepEqual(await response.json(), { faults: [] });
  });
});
