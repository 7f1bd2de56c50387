import assert from 'node:assert/strict';
import type { Pauses } from '../../../../src/journeys/journeys.ts';
import { createPauses } from '../../../../src/journeys/policy/pauses.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { memorySettings } from '../../../support/memory-settings.ts';
import { recordingLog } from '../../../support/silent-log.ts';

describe('pauses', () => {
  let pauses: Pauses;
  let lines: string[];
  let settings: ReturnType<typeof memorySettings>;
  const clock = manualClock(7);

  beforeEach(() => {
    settings = memorySettings();
    const recorded = recordingLog();
    lines = recorded.lines;
    pauses = createPauses({ settings, now: clock.now, log: recorded.log });
  });

  it('hold one agent or everybody, until they are ended', async () => {
    await pauses.pause('ada', 'Ada');
    assert.deepEqual(await pauses.get('ada'), { by: 'Ada', since: 7, until: null });
    assert.deepEqual([await pauses.holds('ada'), await pauses.holds('bo')], [true, false]);
    await pauses.pause('all', 'Sam');
    assert.equal(await pauses.holds('bo'), true);
    assert.equal(await pauses.resume('ada', 'Ada'), true);
    assert.equal(await pauses.holds('ada'), true, 'the pause of all still holds');
    assert.equal(await pauses.resume('all', 'Sam'), true);
    assert.equal(await pauses.holds('ada'), false);
  });

  it('end by themselves at their hour, for one and for all', async () => {
    const now = clock.now();
    await pauses.pause('ada', 'Ada', now + 1_000);
    await pauses.pause('all', 'Sam', now + 2_000);
    assert.deepEqual(await pauses.get('ada'), { by: 'Ada', since: now, until: now + 1_000 });
    await clock.advance(1_000);
    assert.equal(await pauses.get('ada'), null);
    assert.equal(await pauses.holds('ada'), true, 'the pause of all still holds');
    await clock.advance(1_000);
    assert.deepEqual([await pauses.holds('ada'), await pauses.holds('bo')], [false, false]);
    assert.equal(await pauses.resume('all', 'Sam'), false, 'there is nothing left to end');
  });

  it('written before they had an end hold until they are ended, and so do those nobody can read', async () => {
    settings.kept.set('pause:ada', '{"by":"Ada","since":1}');
    settings.kept.set('pause:bo', '{"spoilt');
    assert.deepEqual(await pauses.get('ada'), { by: 'Ada', since: 1, until: null });
    assert.deepEqual([await pauses.holds('ada'), await pauses.holds('bo')], [true, true]);
    assert.deepEqual(await pauses.get('bo'), { by: null, since: null, until: null });
    assert.match(lines.join(), /"code":"store.row-invalid"/);
    assert.equal(await pauses.resume('bo', 'Bo'), true);
    assert.equal(await pauses.holds('bo'), false);
  });

  it('leave word of who paused and who resumed, and none of a resume that ended nothing', async () => {
    await pauses.pause('all', 'Sam');
    await pauses.resume('all', 'Kim');
    assert.equal(await pauses.resume('all', 'Kim'), false);
    assert.deepEqual(
      lines.map((line) => {
        const { scope, by, msg }: Record<string, unknown> = JSON.parse(line);
        return [scope, by, msg];
      }),
      [
        ['all', 'Sam', 'outreach was paused'],
        ['all', 'Kim', 'outreach was resumed'],
      ],
    );
  });
});
