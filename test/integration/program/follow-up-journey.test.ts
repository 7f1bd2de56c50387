import assert from 'node:assert/strict';
import { runFollowUpJourney } from '../../../tools/demo/run-follow-up-journey.ts';
import { createStory } from '../../../tools/demo/story.ts';

describe('the follow-up journey of the demo', function () {
  this.timeout(60_000);

  it('reaches a contact and an anonymous visitor on their closed conversations, once, where the participant’s route refuses', async () => {
    const { report, problems } = await runFollowUpJourney(createStory(() => {}));
    assert.deepEqual(problems, []);
    assert.deepEqual(report.outreaches.map(({ route }) => route).toSorted(), ['agentless', 'webchat']);
    assert.deepEqual(report.avoided, { status: 403, code: 'forbidden' });
  });
});
