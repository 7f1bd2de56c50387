import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { conversationControl } from '../../../tools/program/conversation-control.ts';
import { outreachIdOf } from '../../support/outreach-id-of.ts';
import { byHandGround } from './by-hand-ground.ts';

type Ground = Awaited<ReturnType<typeof byHandGround>>;

/** The n-th agent who is not available: they may write all the same. */
function agent({ scene }: Ground, n: number): string {
  const found = scene.idleAgents[n];
  assert.ok(found);
  return found.email;
}

describe('by hand on the real program', function () {
  this.timeout(30_000);
  let ground: Ground;

  before(async () => {
    ground = await byHandGround();
  });
  after(() => ground.stop());

  it('an agent writes to a candidate: the customer gets that very text, once, however often Teams delivers the press', async () => {
    const ada = agent(ground, 0);
    const [first, ...others] = await ground.candidates(ada);
    assert.ok(first && others.length > 0);
    const { name } = await ground.customerOf(first.conversationId);
    if (name !== null) assert.match(first.draft, new RegExp(name));
    const text = 'Good news about your order.\nShall I send it?';
    const answers = [await ground.send(first, text), ...(await ground.deliverAgain(2))];
    for (const answer of answers) assert.match(answer, /is in hand/);
    const { conversationId, event } = await ground.arrives(text);
    assert.equal(conversationId, first.conversationId);
    const state = event === 'waiting' ? 'undelivered' : 'delivered';
    const own = ground.scene.chatOf(ada).conversationId;
    const { activity } = await ground.scene.cardShowing(own, state);
    assert.match(JSON.stringify(activity), /Asked for by/);
    assert.match(await ground.send(first, 'And another.'), /outreach\.other-words-first/);
    const left = await ground.candidates(ada);
    assert.ok(!left.some((each) => each.conversationId === first.conversationId));
    assert.equal((await ground.reached(text)).length, 1);
    assert.deepEqual(await ground.reached('And another.'), []);
    const history = JSON.stringify((await ground.answerTo(ada, 'history')).activity);
    assert.match(
      history,
      event === 'waiting' ? /the message waits · no reply/ : /Reached the browser · no reply/,
    );
  });

  it('asks the platform for nothing when somebody looks at the list', async () => {
    const calls = async () =>
      (await ground.sandbox.requests()).filter(
        ({ path }) => path.startsWith('/api/v2/conversations') || path.startsWith('/api/v2/analytics'),
      ).length;
    const before = await calls();
    await ground.candidates(agent(ground, 1));
    assert.equal(await calls(), before);
  });

  it('refuses a conversation that is invented, gone from the list, or of somebody who is no agent', async () => {
    const [listed] = await ground.candidates(agent(ground, 2));
    assert.ok(listed);
    const text = 'Forged.';
    const forged = await ground.send(listed, text, { conversationId: randomUUID() });
    assert.match(forged, /not among those you can write to.*outreach\.not-a-candidate/);
    assert.match(await ground.send(listed, text, { conversationId: { $ne: null } }), /teams\.action-unknown/);
    assert.match(await ground.send(listed, text, { nonce: 7 }), /teams\.action-unknown/);
    const { email } = ground.scene.supervisor;
    assert.match(await ground.send(listed, text, {}, email), /teams\.person-unknown/);
    const { id } = await ground.customerOf(listed.conversationId);
    await ground.sandbox.customerWrites(id, 'I am back');
    assert.match(await ground.send(listed, text), /outreach\.(left-alone|not-a-candidate)/);
    assert.deepEqual(await ground.reached(text), []);
    for (const code of ['outreach.not-a-candidate', 'teams.action-unknown', 'teams.person-unknown'])
      assert.ok(ground.output().includes(code), `${code} is in the log`);
  });

  it('refuses a colleague’s customer on a channel the agent does not serve', async () => {
    const channelOf = async ({ conversationId }: { conversationId: string }) =>
      (await ground.customerOf(conversationId)).channelId;
    const tomas = 'tomas.herrera@northwind.example';
    const [own] = await ground.candidates(tomas);
    const colleagues = await ground.candidates('priya.raman@northwind.example');
    assert.ok(own);
    const ownChannel = await channelOf(own);
    const channels = await Promise.all(colleagues.map(channelOf));
    const theirs = colleagues.find((_, index) => channels[index] !== ownChannel);
    assert.ok(theirs, 'Priya serves another channel');
    const { conversationId } = theirs;
    assert.match(await ground.send(own, 'Not mine.', { conversationId }), /outreach\.not-a-candidate/);
    assert.deepEqual(await ground.reached('Not mine.'), []);
  });

  it('refuses a text no customer should see, and leaves the form for another', async () => {
    const [listed] = await ground.candidates(agent(ground, 3));
    assert.ok(listed);
    assert.match(await ground.send(listed, ' \u200b '), /outreach\.text-empty/);
    assert.match(await ground.send(listed, 'x'.repeat(2_001)), /outreach\.text-too-long/);
    assert.match(await ground.send(listed, 'Hello {customer}'), /outreach\.text-unfit/);
    assert.match(await ground.send(listed, 'Now with words.'), /is in hand/);
    await ground.arrives('Now with words.');
  });

  it('says in time that Genesys Cloud does not answer; the same button does it a moment later, once', async () => {
    const [listed] = await ground.candidates(agent(ground, 1));
    assert.ok(listed);
    const path = `/api/v2/conversations/${listed.conversationId}$`;
    await ground.sandbox.fault({ method: 'GET', path, latencyMs: 4_000 });
    const since = performance.now();
    assert.match(await ground.send(listed, 'Are you there?'), /outreach\.by-hand-unchecked/);
    assert.ok(performance.now() - since < 3_000, 'Teams takes an answer for three seconds');
    assert.match(await ground.send(listed, 'Are you there?'), /is in hand/);
    await ground.arrives('Are you there?');
    assert.equal((await ground.reached('Are you there?')).length, 1);
  });

  it('never reaches a customer who asked to be left alone', async () => {
    const [one, other] = [agent(ground, 3), agent(ground, 4)];
    const [listed] = await ground.candidates(one);
    assert.ok(listed);
    await ground.send(listed, 'May I?');
    await ground.arrives('May I?');
    const { id } = await ground.customerOf(listed.conversationId);
    await ground.sandbox.customerWrites(id, 'stop');
    await ground.scene.cardShowing(ground.scene.chatOf(one).conversationId, 'replied');
    await conversationControl(ground.sandbox.baseUrl).ends(listed.conversationId, 'customer');
    const again = await ground.send(listed, 'Once more?', { nonce: 'another' }, other);
    assert.match(again, /outreach\.customer-opted-out/);
    assert.deepEqual(await ground.reached('Once more?'), []);
  });

  it('is an agent’s own matter, in their own chat', async () => {
    const { supervisor, channelId } = ground.scene;
    const say = async (email: string, command: string, place?: string) =>
      JSON.stringify((await ground.answerTo(email, command, place)).activity);
    assert.match(await say(agent(ground, 0), 'candidates', channelId), /teams\.own-chat-only/);
    assert.match(await say(agent(ground, 0), 'history', channelId), /teams\.own-chat-only/);
    assert.match(await say(supervisor.email, 'candidates'), /teams\.person-unknown/);
    const all = await say(supervisor.email, 'history');
    assert.match(all, /Latest messages of everybody.*in the name of/);
    assert.match(await say(supervisor.email, 'history nobody at all'), /No message to a customer named/);
  });
});

describe('by hand under supervision', function () {
  this.timeout(30_000);
  let ground: Ground;

  before(async () => {
    ground = await byHandGround({ OUTREACH_MODE: 'supervisor' });
  });
  after(() => ground.stop());

  it('leaves only after a supervisor’s yes, and nobody else may ask meanwhile', async () => {
    const [one, other] = [agent(ground, 0), agent(ground, 1)];
    const [listed] = await ground.candidates(one);
    assert.ok(listed);
    const text = 'If I may.';
    const answers = [await ground.send(listed, text), ...(await ground.deliverAgain(2))];
    for (const answer of answers) assert.match(answer, /A supervisor is asked about your message/);
    const { channelId, supervisor, chatOf } = ground.scene;
    const card = await ground.scene.cardShowing(channelId, 'awaiting-approval');
    assert.match(JSON.stringify(card.activity), /Asked for by/);
    const busy = await ground.send(listed, 'Me too.', { nonce: 'of another list' }, other);
    assert.match(busy, /outreach\.(customer-busy|not-a-candidate)/);
    assert.deepEqual(await ground.reached(text), []);
    await ground.sandbox.press(card.conversationId, {
      userId: supervisor.id,
      activityId: card.activityId,
      verb: 'outreach.approve',
      data: { outreachId: outreachIdOf(card.activity) },
    });
    const { event } = await ground.arrives(text);
    await ground.scene.cardShowing(
      chatOf(one).conversationId,
      event === 'waiting' ? 'undelivered' : 'delivered',
    );
    assert.equal((await ground.reached(text)).length, 1);
    assert.deepEqual(await ground.reached('Me too.'), []);
  });
});

describe('by hand in quiet hours', function () {
  this.timeout(30_000);
  /** Zones differ by quarters of an hour: nowhere is it this minute within the next minutes. */
  const free = (new Date().getUTCMinutes() + 7) % 60;
  const clock = (minute: number) => `12:${String(minute).padStart(2, '0')}`;
  let ground: Ground;

  before(async () => {
    const quiet = free === 59 ? `13:00-12:59` : `${clock(free + 1)}-${clock(free)}`;
    ground = await byHandGround({ QUIET_HOURS: quiet });
  });
  after(() => ground.stop());

  it('is refused by that name', async () => {
    const [listed] = await ground.candidates(agent(ground, 0));
    assert.ok(listed);
    const answer = await ground.send(listed, 'Good night.');
    assert.match(
      answer,
      /It is quiet hours where the customer is; nothing was sent\..*outreach\.quiet-hours/,
    );
    assert.deepEqual(await ground.reached('Good night.'), []);
  });
});
