import assert from 'node:assert/strict';
import { z } from 'zod';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { cardsIn, shownIn, startTeamsSideGround, type TeamsSideGround } from './teams-side-ground.ts';

const answered = z.object({ body: z.object({ value: z.string() }) });
const burstIdOn = /"burstId":"([^"]+)"/;

describe('a dozen proposals at a time', () => {
  let ground: TeamsSideGround;

  before(async function () {
    this.timeout(30_000);
    ground = await startTeamsSideGround();
    await ground.installedEverywhere();
  });
  after(() => ground.close());

  /** Proposals that wait, in the order of their names. */
  async function propose(count: number, name: string): Promise<string[]> {
    const now = Date.now();
    const waiting = Array.from({ length: count }, (_, index) =>
      exampleOutreach({
        mode: 'supervisor',
        state: 'awaiting-approval',
        customerName: `${name} ${index + 1}`,
        createdAt: now,
        updatedAt: now,
        expiresAt: now + 60_000,
        version: 2,
      }),
    );
    for (const outreach of waiting)
      await ground.store.outreaches.insert(outreach, [
        { at: now, who: 'presence', why: 'test', from: null, to: 'proposed' },
        { at: now, who: 'policy', why: 'test', from: 'proposed', to: 'awaiting-approval' },
      ]);
    for (const { id } of waiting) ground.poke(id);
    return waiting.map(({ id }) => id);
  }

  async function press(activityId: string, verb: string, data: object): Promise<string> {
    const userId = ground.userNamed('Sam Porter').id;
    const action = { userId, activityId, verb, data };
    const path = `/teams/conversations/${encodeURIComponent(ground.channel.id)}/actions`;
    return answered.parse(await ground.control(path, action)).body.value;
  }

  it('are told honestly what became of "approve all": 10 approved, 1 lapsed, 1 declined by Kim', async () => {
    const [lapsed = '', declined = '', ...others] = await propose(12, 'Dozen');
    const { activity, card } = await shownIn(ground.channel, /12 messages wait for a decision/);
    assert.equal(cardsIn(ground.channel).filter((each) => /Dozen/.test(each.card)).length, 1, 'one post');
    const burstId = burstIdOn.exec(card)?.[1] ?? '';
    // Both have changed, but the card the supervisor looks at does not show it yet.
    await ground.moveOn(lapsed, 'expired', { expiresAt: 1 });
    await ground.moveOn(declined, 'declined', { decidedBy: 'Kim', decidedAt: Date.now() });
    assert.equal(
      await press(activity.id, 'burst.approve-all', { burstId, upTo: 12 }),
      '10 approved, 1 had lapsed, 1 was declined by Kim',
    );
    for (const id of others) {
      assert.partialDeepStrictEqual(await ground.store.outreaches.get(id), {
        state: 'approved',
        decidedBy: 'Sam Porter',
      });
      ground.poke(id);
    }
    assert.equal((await ground.store.outreaches.get(declined))?.decidedBy, 'Kim');
    await shownIn(ground.channel, /"12 messages, nothing waits any more"/);
  });

  it('are not said to leave where they would be held back, and get no yes with the others', async () => {
    const [held = '', ...others] = await propose(3, 'Rules');
    const standsInTheWay = ['quiet-hours'];
    const briefing = { at: Date.now(), said: [], standsInTheWay, timeZone: null };
    await ground.moveOn(held, 'awaiting-approval', { briefing });
    const { activity, card } = await shownIn(
      ground.channel,
      /Rules 1.*Approve and send the 2 that can leave/,
    );
    assert.match(card, /"3 messages wait for a decision"/);
    assert.match(card, /1 of them would be held back now/);
    const burstId = burstIdOn.exec(card)?.[1] ?? '';
    assert.equal(
      await press(activity.id, 'burst.approve-all', { burstId, upTo: 3 }),
      '2 approved, 1 still waits, it would be held back',
    );
    assert.equal((await ground.store.outreaches.get(held))?.state, 'awaiting-approval');
    for (const id of others) assert.equal((await ground.store.outreaches.get(id))?.state, 'approved');
    await ground.moveOn(held, 'expired');
    for (const id of others) ground.poke(id);
    await shownIn(ground.channel, /"3 messages, nothing waits any more".*Rules 1/);
  });

  it('get no yes for what joined the card after it was drawn', async () => {
    await propose(3, 'Seen');
    const { activity, card } = await shownIn(ground.channel, /"3 messages wait for a decision"/);
    const burstId = burstIdOn.exec(card)?.[1] ?? '';
    const [unseen = ''] = await propose(1, 'Unseen');
    await waitFor(async () => (await ground.store.bursts.of(unseen)).length > 0, { what: 'it to join' });
    assert.equal(await press(activity.id, 'burst.approve-all', { burstId, upTo: 3 }), '3 approved');
    assert.equal((await ground.store.outreaches.get(unseen))?.state, 'awaiting-approval');
  });

  it('end on their card when nobody decides', async () => {
    const ids = await propose(3, 'Nobody');
    await shownIn(ground.channel, /Nobody 1/);
    for (const id of ids) await ground.moveOn(id, 'expired');
    const { card } = await shownIn(ground.channel, /Nobody 3.*Nobody decided in time, nothing was sent/);
    assert.doesNotMatch(card, /Nobody \d.{0,2000}burst\.approve"/);
  });
});
