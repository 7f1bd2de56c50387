import assert from 'node:assert/strict';
import { z } from 'zod';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { outreachIdOf } from '../../support/outreach-id-of.ts';
import { type Followable, followUpGround } from './follow-up-ground.ts';

type Ground = Awaited<ReturnType<typeof followUpGround>>;

/** Where customers are, as the sandbox’s flow left it in their conversations. */
const zones = z.object({
  orgs: z.array(z.object({ customers: z.array(z.object({ id: z.string(), timeZone: z.string() })) })),
});

const invoke = z.looseObject({ id: z.string(), name: z.literal('adaptiveCard/action') });

describe('a follow-up on the real program', function () {
  this.timeout(30_000);
  let ground: Ground;

  before(async () => {
    ground = await followUpGround();
  });
  after(() => ground.stop());

  it('leaves at once onto the closed conversation, once, however often Teams delivers the press', async () => {
    const talk = await ground.talk();
    const text = 'I have looked into it.';
    assert.match(await ground.ask(talk, { text, when: 'now' }), /is being sent/);
    await ground.cardBeside(talk, 'delivered');
    const presses = (await ground.sandbox.requests()).flatMap(({ requestBody }) => {
      const told = invoke.safeParse(requestBody);
      return told.success ? [told.data] : [];
    });
    const again = await fetch(`${ground.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(presses.at(-1)),
    });
    assert.match(await again.text(), /is being sent/);
    await ground.scene.answerTo(ground.scene.supervisor.email, 'status');
    const [reached, ...more] = await ground.reached(talk.customerId, text);
    assert.equal(reached?.conversationId, talk.conversationId);
    assert.deepEqual(more, []);
  });

  it('does not leave to who has asked in their own words to be left alone, heard or not heard at the time', async () => {
    const talk = await ground.talk();
    await ground.sandbox.fault({
      method: 'GET',
      path: '/messages/[^/]+/details$',
      status: 503,
      count: 1_000,
    });
    await ground.sandbox.customerWrites(talk.customerId, 'Please stop writing to me!');
    for (const { customers } of (await ground.sandbox.state()).orgs)
      for (const { id, conversations } of customers)
        for (const each of conversations)
          if (id === talk.customerId && each.state === 'connected')
            await ground.conversations.ends(each.id, 'customer');
    const text = 'One more thing.';
    assert.match(await ground.ask(talk, { text, when: 'now' }), /is being sent/);
    const { activity } = await ground.cardBeside(talk, 'held');
    assert.match(JSON.stringify(activity), /the customer asked not to be written to/);
    await fetch(`${ground.sandbox.baseUrl}/sandbox/v1/faults`, { method: 'DELETE' });
    assert.match(await ground.ask(talk, { text, when: 'now' }), /outreach\.customer-opted-out/);
    assert.deepEqual(await ground.reached(talk.customerId, text), []);
  });

  it('waits for its hour through kill -9, and leaves then, once', async () => {
    const talk = await ground.talk();
    const text = 'As promised, here I am.';
    const askedAt = Date.now();
    assert.match(await ground.ask(talk, { text, when: 'in 6 seconds' }), /will be sent on/);
    await ground.restart();
    const reached = await waitFor(async () => (await ground.reached(talk.customerId, text))[0], {
      what: 'the follow-up',
      deadlineMs: 20_000,
    });
    assert.ok(Date.parse(reached.at) >= askedAt + 6_000, 'not before its hour');
    await ground.cardBeside(talk, reached.event === 'waiting' ? 'undelivered' : 'delivered');
    assert.equal((await ground.reached(talk.customerId, text)).length, 1);
  });

  it('goes by the customer’s own clock, from the list and in words', async () => {
    const talk = await ground.talk();
    const { orgs } = zones.parse(await (await fetch(`${ground.sandbox.baseUrl}/sandbox/v1/state`)).json());
    const zone = orgs
      .flatMap(({ customers }) => customers)
      .find(({ id }) => id === talk.customerId)?.timeZone;
    assert.ok(zone);
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
    // By nine tomorrow their 24 hours are over where it is not nine yet today.
    const answer = await ground.ask(talk, { chosen: 'tomorrow 9:00 customer time' });
    if (clock.format(Date.now()) < '09:00') assert.match(answer, /outreach\.follow-up-too-late/);
    else {
      assert.match(answer, new RegExp(`will be sent on .*, 09:00 \\(${zone}\\)`));
      const card = await ground.cardBeside(talk, 'approved');
      await ground.sandbox.press(talk.chat.conversationId, {
        userId: talk.chat.userId,
        activityId: card.activityId,
        verb: 'outreach.cancel',
        data: { outreachId: outreachIdOf(card.activity) },
      });
      await ground.cardBeside(talk, 'cancelled');
    }
    const inThreeHours = clock.format(Date.now() + 3 * 60 * 60_000);
    const day = inThreeHours < clock.format(Date.now()) ? 'tomorrow' : 'today';
    assert.match(
      await ground.ask(talk, { when: `${day} ${inThreeHours} customer time` }),
      new RegExp(`will be sent on .*, ${inThreeHours} \\(${zone}\\)`),
    );
  });

  it('is taken back from its own card, refused while another is open, and may be asked for anew after that', async () => {
    const talk = await ground.talk();
    await ground.ask(talk, { when: 'in 20 minutes' });
    const card = await ground.cardBeside(talk, 'approved');
    assert.match(JSON.stringify(card.activity), /Will be sent on .*outreach\.cancel/);
    assert.match(await ground.ask(talk, { when: 'in 1 hour' }), /outreach\.customer-busy/);
    const own = { ...talk, activityId: card.activityId, outreachId: outreachIdOf(card.activity) };
    await ground.sandbox.press(talk.chat.conversationId, {
      userId: talk.chat.userId,
      activityId: own.activityId,
      verb: 'outreach.cancel',
      data: { outreachId: own.outreachId },
    });
    await ground.cardBeside(talk, 'cancelled');
    assert.match(await ground.ask(own, { when: 'in 1 hour' }), /will be sent on/);
    assert.deepEqual(await ground.reached(talk.customerId, 'Hello again.'), []);
  });

  it('is held back by name when the customer came back meanwhile', async () => {
    const talk = await ground.talk();
    await ground.ask(talk, { when: 'in 2 seconds' });
    await ground.sandbox.customerWrites(talk.customerId, 'One more thing…');
    const held = await ground.cardBeside(talk, 'held');
    assert.match(JSON.stringify(held.activity), /waiting in a queue|in a conversation right now/);
    assert.deepEqual(await ground.reached(talk.customerId, 'Hello again.'), []);
  });

  describe('is refused before anything is written', () => {
    let talk: Followable;
    before(async () => {
      talk = await ground.talk();
    });

    const refused: [string, { text?: string; when: string }, RegExp][] = [
      ['without a text', { text: ' \u200b ', when: 'now' }, /outreach\.text-empty/],
      ['with a text too long', { text: 'x'.repeat(2_001), when: 'now' }, /outreach\.text-too-long/],
      ['with a name not filled in', { text: 'Hello {customer}', when: 'now' }, /outreach\.text-unfit/],
      ['at a time nobody understands', { when: 'soonish' }, /outreach\.when-not-understood/],
      ['at a time that is over', { when: '2026-01-01 9:00' }, /outreach\.when-past/],
      ['at a time too far away', { when: 'in 8 days' }, /outreach\.when-too-far/],
      [
        'more than 24 hours after the customer was here',
        { when: 'in 2 days' },
        /The latest possible time: \w+, \w+ \d+, \d{4}, \d\d:\d\d \(.*outreach\.follow-up-too-late/,
      ],
    ];
    for (const [what, form, code] of refused)
      it(what, async () => assert.match(await ground.ask(talk, form), code));

    after(async () => {
      await ground.scene.answerTo(ground.scene.supervisor.email, 'status');
      assert.deepEqual(await ground.reached(talk.customerId, 'Hello again.'), []);
    });
  });

  it('never reaches a customer who asked to be left alone', async () => {
    const talk = await ground.talk({ answer: 'stop' });
    assert.match(await ground.ask(talk, { when: 'now' }), /outreach\.customer-opted-out/);
  });
});

describe('a follow-up under supervision', function () {
  this.timeout(30_000);
  let ground: Ground;

  before(async () => {
    ground = await followUpGround({ OUTREACH_MODE: 'supervisor' });
  });
  after(() => ground.stop());

  it('of an agent leaves only after a supervisor’s yes', async () => {
    const talk = await ground.talk({ approve: true });
    const text = 'May I?';
    const since = (await ground.sandbox.record()).length;
    assert.match(await ground.ask(talk, { text, when: 'now' }), /A supervisor is asked now/);
    const card = await ground.newCard(ground.scene.channelId, 'awaiting-approval', since);
    assert.deepEqual(await ground.reached(talk.customerId, text), []);
    await ground.sandbox.press(card.conversationId, {
      userId: ground.scene.supervisor.id,
      activityId: card.activityId,
      verb: 'outreach.approve',
      data: { outreachId: outreachIdOf(card.activity) },
    });
    await ground.cardBeside(talk, 'delivered');
    assert.equal((await ground.reached(talk.customerId, text)).length, 1);
  });

  it('of a supervisor needs no other yes, and of a colleague is none', async () => {
    const talk = await ground.talk({ approve: true });
    const inChannel = await ground.newCard(ground.scene.channelId, 'replied', 0, talk.outreachId);
    const on = { ...talk, activityId: inChannel.activityId, chat: { ...inChannel, userId: '' } };
    const text = 'This is on me.';
    const colleague = ground.scene.chatOf('zofia.nowak@northwind.example');
    assert.notEqual(colleague.userId, talk.chat.userId);
    assert.match(
      await ground.ask(on, { text, when: 'now' }, colleague.userId),
      /outreach\.follow-up-not-yours/,
    );
    assert.match(await ground.ask(on, { text, when: 'now' }, ground.scene.supervisor.id), /is being sent/);
    const card = await ground.cardBeside(talk, 'delivered');
    assert.match(JSON.stringify(card.activity), new RegExp(`Approved by ${ground.scene.supervisor.name}`));
    assert.equal((await ground.reached(talk.customerId, text)).length, 1);
  });
});

describe('a follow-up in quiet hours', function () {
  this.timeout(30_000);
  /** Zones differ by quarters of an hour: nowhere is it this minute within the next minutes. */
  const free = (new Date().getUTCMinutes() + 7) % 60;
  const clock = (minute: number) => `12:${String(minute).padStart(2, '0')}`;
  let ground: Ground;

  before(async () => {
    const quiet = free === 59 ? `13:00-12:59` : `${clock(free + 1)}-${clock(free)}`;
    ground = await followUpGround({ OUTREACH_MODE: 'supervisor', QUIET_HOURS: quiet });
  });
  after(() => ground.stop());

  it('is refused, and told the first hour there is', async () => {
    const agent = ground.scene.idleAgents[0];
    assert.ok(agent);
    await ground.sandbox.setPresence(agent.id, 'Available');
    const card = await ground.newCard(ground.scene.channelId, 'awaiting-approval', 0);
    const { activityId, conversationId } = card;
    const outreachId = outreachIdOf(card.activity);
    const userId = ground.scene.supervisor.id;
    await ground.sandbox.press(conversationId, {
      userId,
      activityId,
      verb: 'outreach.approve',
      data: { outreachId },
    });
    await ground.scene.cardShowing(conversationId, 'held');
    const chat = { conversationId, userId };
    const answer = await ground.ask({ chat, activityId, outreachId }, { when: 'now' });
    assert.match(answer, /possible time: \w+, \w+ \d+, \d{4}, \d\d:\d\d \(.*outreach\.follow-up-quiet-hours/);
  });
});
