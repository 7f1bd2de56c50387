import { deepEqual, equal } from 'node:assert/strict';
import { createChannelEvictions } from '../../../src/genesys/channel-evictions.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { recordingLog } from '../../support/silent-log.ts';

describe('createChannelEvictions', () => {
  it('answers the first two at once, then ever more slowly, and says what to do', () => {
    const { log, lines } = recordingLog();
    const evicted = createChannelEvictions({ clock: manualClock(), log });
    deepEqual(
      Array.from({ length: 8 }, () => evicted()),
      [0, 0, 5_000, 10_000, 20_000, 40_000, 45_000, 45_000],
    );
    equal(lines.filter((line) => line.includes('genesys.notifications.channel-evicted')).length, 6);
  });

  it('forgets what is an hour ago', async () => {
    const clock = manualClock();
    const evicted = createChannelEvictions({ clock, log: recordingLog().log });
    for (let n = 0; n < 5; n += 1) evicted();
    await clock.advance(3_600_001);
    equal(evicted(), 0);
  });
});
