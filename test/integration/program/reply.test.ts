import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type Answered, linkIn, replyGround } from './reply-ground.ts';

type Ground = Awaited<ReturnType<typeof replyGround>>;

describe('after a customer has answered, on the real program', function () {
  this.timeout(60_000);
  let ground: Ground;

  before(async () => {
    ground = await replyGround();
  });
  after(() => ground.stop());

  it('the agent gets one card with the customer’s words, and no log and no notification has them', async () => {
    const words = 'Could you *look* at order 4711, <b>please</b>?';
    const on = await ground.answers(words);
    const card = await ground.shown('the card', ({ activityId }) => activityId === on.activityId);
    const told = JSON.stringify(card.activity);
    assert.ok(told.includes('Could you *look* at order 4711, <b>please</b>?'), told);
    assert.ok(told.includes('reply.sign-in') && !told.includes('reply.send'), 'first one signs in');
    assert.match(told, /Open in Genesys/);
    assert.match(told, /Start cobrowse/);
    await ground.sandbox.customerWrites(on.customerId, 'Are you there?');
    await ground.says(on.agent.email, 'status');
    assert.deepEqual([...(await ground.answerCards(on)).keys()], [on.activityId]);
    assert.doesNotMatch(ground.output(), /4711|Are you there/);
    assert.doesNotMatch(String(card.activity.summary ?? ''), /4711/);
  });

  it('a reply of who is signed in and connected reaches the customer once, however often the press is delivered', async () => {
    const on = await ground.answers();
    await ground.conversations.agentAnswers(on.conversationId, on.agent.id);
    await ground.signsIn(on);
    await ground.shown(
      'the card to offer a reply',
      ({ activityId, activity }) =>
        activityId === on.activityId && JSON.stringify(activity).includes('reply.send'),
    );
    const text = 'Of course: what is it about?';
    const answers = [
      await ground.press(on, 'reply.send', text),
      await ground.deliverAgain(),
      await ground.deliverAgain(),
    ];
    for (const answer of answers) assert.match(answer, /accepted by Genesys/);
    await waitFor(async () => (await ground.reached(on, text))[0], { what: 'the reply' });
    await ground.says(ground.scene.supervisor.email, 'status');
    const reached = await ground.reached(on, text);
    assert.deepEqual(
      reached.map(({ conversationId }) => conversationId),
      [on.conversationId],
    );
    await ground.shown(
      'the card to tell it',
      ({ event, activityId, activity }) =>
        event === 'updated' &&
        activityId === on.activityId &&
        JSON.stringify(activity).includes('accepted by Genesys'),
    );
    assert.doesNotMatch(ground.output(), /Of course: what/);
  });

  it('the same words from the same form are one reply, also by another press; from the next form they are another', async () => {
    const on = await ground.answers();
    await ground.conversations.agentAnswers(on.conversationId, on.agent.id);
    await ground.signsIn(on);
    const form = { ...on, replyNo: await ground.formOn(on) };
    const text = 'I will look at it.';
    for (const words of [text, `${text} `, text])
      assert.match(await ground.press(on, 'reply.send', words, form), /accepted by Genesys/);
    await waitFor(async () => (await ground.reached(on, text))[0], { what: 'the reply' });
    await ground.says(ground.scene.supervisor.email, 'status');
    assert.equal((await ground.reached(on, text)).length, 1);
    const next = { ...on, replyNo: await ground.formOn(on) };
    assert.equal(next.replyNo, form.replyNo + 1);
    assert.match(await ground.press(on, 'reply.send', text, next), /accepted by Genesys/);
    await waitFor(async () => (await ground.reached(on, text))[1], { what: 'the second reply' });
  });

  it('who is not signed in, or not connected, is told why, keeps the words and has a way on', async () => {
    const on = await ground.answers();
    const text = 'One moment, please.';
    const first = await ground.press(on, 'reply.send', text);
    assert.match(first, /you are not signed in/);
    assert.ok(first.includes(text), 'the words are kept');
    const back = await ground.chooses(linkIn(JSON.parse(first)), on.agent.id);
    assert.equal((await ground.comesBack(back)).status, 200);
    const second = await ground.press(on, 'reply.send', text);
    assert.match(second, /you are not connected/);
    assert.match(second, /Open in Genesys/);
    assert.deepEqual(await ground.reached(on, text), []);
    await ground.conversations.agentAnswers(on.conversationId, on.agent.id);
    assert.match(await ground.press(on, 'reply.send', text), /accepted by Genesys/);
    await waitFor(async () => (await ground.reached(on, text))[0], { what: 'the reply' });
    assert.match(JSON.stringify((await ground.says(on.agent.email, 'sign out')).activity), /signed out/);
    assert.match(await ground.press(on, 'reply.send', 'And?'), /you are not signed in/);
  });

  it('a link is good for its agent alone, once, and not for another browser’s user', async () => {
    const on = await ground.answers();
    const other = ground.scene.idleAgents.find(({ id }) => id !== on.agent.id);
    assert.ok(other);
    const first = linkIn((await ground.says(on.agent.email, 'sign-in')).activity);
    const asOther = await ground.comesBack(await ground.chooses(first, other.id), 'de-AT,de;q=0.9');
    assert.equal(asOther.status, 403);
    assert.match(asOther.text, /jemand anderes angemeldet.*reply\.sign-in\.other-person/s);
    assert.match(await ground.press(on, 'reply.send', 'Hello?'), /you are not signed in/);
    const spent = await ground.comesBack(await ground.chooses(first, on.agent.id));
    assert.deepEqual([spent.status, /reply\.sign-in\.link-spent/.test(spent.text)], [410, true]);
    const older = linkIn((await ground.says(on.agent.email, 'sign in')).activity);
    const newer = linkIn((await ground.says(on.agent.email, 'signin')).activity);
    assert.equal((await ground.comesBack(await ground.chooses(older, on.agent.id))).status, 410);
    const back = await ground.chooses(newer, on.agent.id);
    const page = await fetch(back, { headers: { 'accept-language': 'fr' } });
    assert.match(
      page.headers.get('content-security-policy') ?? '',
      /^default-src 'none'; style-src 'sha256-/,
    );
    assert.match(await page.text(), /Vous êtes connecté/);
    const replayed = await ground.comesBack(back);
    assert.equal(replayed.status, 410);
    assert.equal((await ground.comesBack(`${ground.url}/genesys/signed-in?state=x&code=y`)).status, 410);
    const { state = '' } = Object.fromEntries(new URL(newer).searchParams);
    for (const secret of [state, new URL(back).searchParams.get('code') ?? ''])
      assert.ok(secret !== '' && !ground.output().includes(secret), 'no log holds it');
  });

  it('nobody but the outreach’s own agent sees or sends anything by it', async () => {
    const on = await ground.answers('It is a secret.');
    await ground.conversations.agentAnswers(on.conversationId, on.agent.id);
    await ground.signsIn(on);
    for (const [email, code] of [
      [ground.scene.supervisor.email, /teams\.person-unknown/],
      ['zofia.nowak@northwind.example', /reply\.not-yours/],
    ] as const) {
      const { activityId } = await ground.says(email, 'status');
      const theirs = { chat: ground.scene.chatOf(email), activityId };
      for (const verb of ['reply.send', 'reply.sign-in'] as const) {
        const answer = await ground.press(on, verb, 'Not mine.', theirs);
        assert.match(answer, code);
        assert.doesNotMatch(answer, /secret|oauth/);
      }
    }
    assert.deepEqual(await ground.reached(on, 'Not mine.'), []);
    assert.match(await ground.press(on, 'reply.send', ' \u200b '), /outreach\.text-empty/);
    assert.match(await ground.press(on, 'reply.send', 'x'.repeat(2_001)), /outreach\.text-too-long/);
  });

  it('“stop” is told as what it is, and nothing is offered but to look', async () => {
    const on = await ground.answers('stop');
    const card = await ground.shown('the card', ({ activityId }) => activityId === on.activityId);
    const told = JSON.stringify(card.activity);
    assert.match(told, /asked not to be written to/);
    assert.doesNotMatch(told, /reply\.(send|sign-in)/);
    assert.match(await ground.press(on, 'reply.send', 'But…'), /reply\.opted-out/);
    assert.deepEqual(await ground.reached(on, 'But…'), []);
  });
});

describe('a reply whose answer is lost, and a restart, on the real program', function () {
  this.timeout(90_000);
  let ground: Ground;
  const route = '/communications/[^/]+/messages$';

  before(async () => {
    ground = await replyGround();
  });
  after(() => ground.stop());

  async function ready(): Promise<Answered> {
    const on = await ground.answers();
    await ground.conversations.agentAnswers(on.conversationId, on.agent.id);
    await ground.signsIn(on);
    return on;
  }

  const tells = (on: Answered, words: RegExp) =>
    ground.shown(
      `the card to say ${words}`,
      ({ activityId, activity }) => activityId === on.activityId && words.test(JSON.stringify(activity)),
    );

  it('is looked for and found, and neither sent twice nor another let go before', async () => {
    const on = await ready();
    const text = 'It is on its way.';
    await ground.sandbox.fault({ method: 'POST', path: route, status: 504, when: 'after' });
    assert.match(await ground.press(on, 'reply.send', text), /was lost: looking for/);
    assert.match(await ground.press(on, 'reply.send', 'And this.'), /reply\.one-under-way/);
    await tells(on, /Your reply was accepted by Genesys/);
    assert.equal((await ground.reached(on, text)).length, 1);
  });

  it('survives kill -9: who was signed in is not, the card is neither lost nor doubled', async () => {
    const on = await ready();
    await ground.restart();
    assert.match(await ground.press(on, 'reply.send', 'Still there?'), /you are not signed in/);
    await ground.signsIn(on);
    assert.match(await ground.press(on, 'reply.send', 'Still there?'), /accepted by Genesys/);
    await waitFor(async () => (await ground.reached(on, 'Still there?'))[0], { what: 'the reply' });
    assert.deepEqual([...(await ground.answerCards(on)).keys()], [on.activityId]);
    assert.equal((await ground.reached(on, 'Still there?')).length, 1);
  });

  it('a refusal of Genesys is told with its code, and the next press may go through', async () => {
    const on = await ready();
    await ground.sandbox.fault({ method: 'POST', path: route, status: 403 });
    assert.match(await ground.press(on, 'reply.send', 'Try one'), /was not sent.*genesys\./);
    assert.match(await ground.press(on, 'reply.send', 'Try two'), /accepted by Genesys/);
    assert.equal((await ground.reached(on, 'Try one')).length, 0);
  });

  it('a sign-in that Genesys ended is told, and a card that Teams does not take comes later, once', async () => {
    const on = await ready();
    await ground.endsSignIns(on);
    const told = await ground.press(on, 'reply.send', 'Hello?');
    assert.match(told, /you are not signed in|sign-in to Genesys Cloud has ended/);
    await ground.sandbox.fault({
      method: 'POST',
      path: '/teams/v3/conversations/.*/activities',
      status: 503,
      count: 3,
    });
    const late = await ground.answers('Me again');
    assert.deepEqual([...(await ground.answerCards(late)).keys()], [late.activityId]);
  });
});
