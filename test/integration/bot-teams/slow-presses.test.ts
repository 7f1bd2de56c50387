import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Outreach } from '../../../src/outreach/outreach.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { codedLines } from '../../support/coded-lines.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { cardsIn, startTeamsSideGround, type TeamsSideGround } from './teams-side-ground.ts';

describe('presses while the store hangs', () => {
  let ground: TeamsSideGround;
  before(async () => {
    ground = await startTeamsSideGround();
    await ground.installedEverywhere();
  });
  after(() => ground.close());

  async function proposed(): Promise<Outreach> {
    const [agent] = ground.agents;
    ok(agent);
    const at = Date.now();
    const outreach = exampleOutreach({
      state: 'awaiting-approval',
      mode: 'supervisor',
      agentId: agent.agentId,
      agentName: agent.name,
      createdAt: at,
      updatedAt: at,
    });
    await ground.store.outreaches.insert(outreach, [
      { at, who: 'test', why: 'test', from: null, to: outreach.state },
    ]);
    ground.poke(outreach.id);
    return outreach;
  }

  const cardOf = ({ id }: Outreach) =>
    waitFor(() => cardsIn(ground.channel).find(({ card }) => card.includes(id)), {
      what: `the card of ${id}`,
    });

  it('are answered within three seconds that they go on, and then show on the card, decided once', async () => {
    const outreach = await proposed();
    const { activity } = await cardOf(outreach);
    const { get, transition } = ground.store.outreaches;
    const hung = Promise.withResolvers<void>();
    ground.store.outreaches.transition = async (...change) => {
      await hung.promise;
      return transition(...change);
    };
    const press = async () => {
      const startedAt = performance.now();
      const answer = await ground.control(`/teams/conversations/${ground.channel.id}/actions`, {
        userId: ground.userNamed('Sam Porter').id,
        activityId: activity.id,
        verb: 'outreach.approve',
        data: { outreachId: outreach.id },
      });
      return { text: JSON.stringify(answer), ms: performance.now() - startedAt };
    };
    for (const { text, ms } of await Promise.all([press(), press()])) {
      match(text, /takes longer than usual and goes on/);
      ok(ms < 3_000, `${ms} ms`);
    }
    equal((await get(outreach.id))?.state, 'awaiting-approval');
    hung.resolve();
    await waitFor(async () => (await get(outreach.id))?.state === 'approved' || undefined, {
      what: 'the decision',
    });
    const decisions = (await ground.store.outreaches.audit(outreach.id)).filter(
      ({ to }) => to === 'approved',
    );
    deepEqual(
      decisions.map(({ who }) => who),
      ['Sam Porter'],
    );
    ground.poke(outreach.id);
    await waitFor(
      () =>
        cardsIn(ground.channel).find(
          (shown) => shown.activity.id === activity.id && shown.card.includes('state-approved'),
        ),
      { what: 'the card to show the decision' },
    );
    ok(codedLines(ground.lines).includes('teams.press-late'));
  });
});
