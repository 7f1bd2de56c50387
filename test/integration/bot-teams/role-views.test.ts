import assert from 'node:assert/strict';
import { z } from 'zod';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { cardsIn, shownIn, startTeamsSideGround, type TeamsSideGround } from './teams-side-ground.ts';

const answered = z.object({ body: z.object({ type: z.string(), value: z.unknown() }) });
const buttons = /"verb":"(outreach|burst)\.approve/;

describe('cards by role, in Teams', () => {
  let ground: TeamsSideGround;

  before(async function () {
    this.timeout(30_000);
    ground = await startTeamsSideGround({ roleViews: true });
    await ground.installedEverywhere();
  });
  after(() => ground.close());

  async function propose(count: number, name: string): Promise<string[]> {
    const now = Date.now();
    const waiting = Array.from({ length: count }, () =>
      exampleOutreach({
        mode: 'supervisor',
        state: 'awaiting-approval',
        customerName: name,
        createdAt: now,
        updatedAt: now,
        expiresAt: now + 60_000,
        version: 2,
      }),
    );
    for (const outreach of waiting)
      await ground.store.outreaches.insert(outreach, [
        { at: now, who: 'presence', why: 'test', from: null, to: 'proposed' },
      ]);
    for (const { id } of waiting) ground.poke(id);
    return waiting.map(({ id }) => id);
  }

  /** What Teams shows somebody who looks at a card or presses on it. */
  async function ask(by: string, activityId: string, verb: string, data: object, where = ground.channel) {
    const path = `/teams/conversations/${encodeURIComponent(where.id)}/actions`;
    const action = { userId: ground.userNamed(by).id, activityId, verb, data };
    const { body } = answered.parse(await ground.control(path, action));
    return JSON.stringify(body);
  }

  it('show the buttons to a supervisor who looks, and to nobody else', async () => {
    const [outreachId = ''] = await propose(1, 'Grace');
    const { activity, card } = await shownIn(ground.channel, /Grace/);
    assert.doesNotMatch(card, buttons);
    assert.match(card, /Supervisors decide here/);
    assert.match(card, new RegExp(`"userIds":\\["${ground.userNamed('Sam Porter').id}"\\]`));
    const data = { outreachId };
    assert.match(await ask('Sam Porter', activity.id, 'outreach.refresh', data), buttons);
    const [agent] = ground.agents;
    assert.ok(agent);
    const theirs = await ask(agent.name, activity.id, 'outreach.refresh', data);
    assert.match(theirs, /Grace/);
    assert.doesNotMatch(theirs, buttons);
    assert.doesNotMatch(theirs, /"refresh"/);
    assert.match(await ask(agent.name, activity.id, 'outreach.approve', data), /teams\.not-a-supervisor/);
    assert.match(await ask('Sam Porter', activity.id, 'outreach.approve', data), /state-approved/);
    const { card: decided } = await shownIn(ground.channel, /state-approved/);
    assert.doesNotMatch(decided, /"refresh"|Supervisors decide here/);
  });

  it('show a shared card so, too', async () => {
    await propose(3, 'Burst');
    const { activity, card } = await shownIn(ground.channel, /3 messages wait/);
    assert.doesNotMatch(card, buttons);
    const burstId = /"burstId":"([^"]+)"/.exec(card)?.[1] ?? '';
    assert.match(await ask('Sam Porter', activity.id, 'burst.refresh', { burstId }), /burst\.approve-all/);
    const [agent] = ground.agents;
    assert.ok(agent);
    assert.doesNotMatch(await ask(agent.name, activity.id, 'burst.refresh', { burstId }), buttons);
    assert.match(
      await ask('Sam Porter', activity.id, 'burst.approve-all', { burstId, upTo: 3 }),
      /3 approved/,
    );
  });

  it('tell nobody of what is not shown where they ask', async () => {
    const [agent] = ground.agents;
    assert.ok(agent);
    const chat = ground.chatWith(agent.name);
    const path = `/teams/conversations/${encodeURIComponent(chat.id)}/messages`;
    await ground.control(path, { userId: ground.userNamed(agent.name).id, text: 'help' });
    const { activity } = await shownIn(chat, /help|Help/);
    const [outreachId = ''] = await propose(1, 'Secret');
    await shownIn(ground.channel, /Secret/);
    const forged = await ask(agent.name, activity.id, 'outreach.refresh', { outreachId }, chat);
    assert.match(forged, /outreach\.not-on-this-card/);
    assert.doesNotMatch(forged, /Secret/);
    const burstId = (await ground.store.bursts.of(outreachId))[0]?.burstId ?? 'another';
    assert.match(await ask(agent.name, activity.id, 'burst.refresh', { burstId }, chat), /not-on-this-card/);
  });

  it('are left alone by a refresh', async () => {
    const [outreachId = ''] = await propose(1, 'Calm');
    const { activity } = await shownIn(ground.channel, /Calm/);
    const updates = () =>
      ground.sandbox.world.record.filter(
        (entry) => entry.kind === 'teams' && entry.activityId === activity.id,
      ).length;
    const before = updates();
    await ask('Sam Porter', activity.id, 'outreach.refresh', { outreachId });
    assert.equal(cardsIn(ground.channel).filter(({ card }) => /Calm/.test(card)).length, 1);
    // The sandbox puts the answer in the card's place; the bot itself writes nothing.
    assert.equal(updates(), before + 1);
  });
});
