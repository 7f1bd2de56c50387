import assert from 'node:assert/strict';
import type { Pauses } from '../../../src/journeys/journeys.ts';
import { createPauses } from '../../../src/journeys/pauses.ts';
import type { SettingTable } from '../../../src/store/store.ts';
import { recordingLog } from '../../support/silent-log.ts';

describe('pauses', () => {
  let pauses: Pauses;
  let lines: string[];

  beforeEach(() => {
    const kept = new Map<string, string>();
    const settings: SettingTable = {
      hasAny: async (keys) => keys.some((key) => kept.has(key)),
      get: async (key) => kept.get(key) ?? null,
      put: async (key, value) => void kept.set(key, value),
      remove: async (key) => void kept.delete(key),
    };
    const recorded = recordingLog();
    lines = recorded.lines;
    pauses = createPauses({ settings, now: () => 7, log: recorded.log });
  });

  it('hold one agent or everybody, until they are ended', async () => {
    await pauses.pause('ada', 'Ada');
    assert.deepEqual(await pauses.get('ada'), { by: 'Ada', since: 7 });
    assert.deepEqual([await pauses.holds('ada'), await pauses.holds('bo')], [true, false]);
    await pauses.pause('all', 'Sam');
    assert.equal(await pauses.holds('bo'), true);
    assert.equal(await pauses.resume('ada', 'Ada'), true);
    assert.equal(await pauses.holds('ada'), true, 'the pause of all still holds');
    assert.equal(await pauses.resume('all', 'Sam'), true);
    assert.equal(await pauses.holds('ada'), false);
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
