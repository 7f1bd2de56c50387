import assert from 'node:assert/strict';
import type { DemoResult } from '../../../tools/demo/demo-result.ts';
import { runMainJourney } from '../../../tools/demo/run-main-journey.ts';
import { createStory } from '../../../tools/demo/story.ts';

describe('the main job on the real program', () => {
  let result: DemoResult;

  before(async function () {
    this.timeout(60_000);
    result = await runMainJourney(createStory(() => {}));
  });

  it('reaches an identified customer and an anonymous one, each once, on the channel of the own session', () => {
    assert.deepEqual(result.problems, []);
    const routes = result.report.outreaches.map(({ route, session }) => [
      route,
      session?.externalContactId === null,
    ]);
    assert.ok(routes.some(([route, anonymous]) => route === 'agentless' && anonymous === false));
    assert.ok(routes.some(([route, anonymous]) => route === 'external-messages' && anonymous === true));
  });

  it('ends every card with the reply and never takes one back', () => {
    const order = ['approved', 'sending', 'sent', 'undelivered', 'delivered', 'replied'];
    for (const { cards } of result.report.outreaches) {
      assert.ok(cards.length > 0);
      for (const { states } of cards) {
        assert.deepEqual(
          states.filter((state) => !order.includes(state)),
          [],
        );
        const ranks = states.map((state) => order.indexOf(state));
        assert.deepEqual(
          ranks,
          ranks.toSorted((one, other) => one - other),
        );
        assert.equal(states.at(-1), 'replied');
      }
    }
  });
});
