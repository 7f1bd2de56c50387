import assert from 'node:assert/strict';
import { stopInTime } from '../../../bot/stop-in-time.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { recordingLog } from '../../support/silent-log.ts';

describe('the stop of the program', () => {
  it('ends one step after the other, what belongs together at once, and waits no longer than that takes', async () => {
    const clock = manualClock();
    const ended: string[] = [];
    const taking = (name: string, ms: number) => () =>
      new Promise<void>((resolve) => {
        clock.after(ms, () => {
          ended.push(name);
          resolve();
        });
      });
    const { log, lines } = recordingLog();
    const stopped = stopInTime(
      [{ door: taking('door', 100) }, { slow: taking('slow', 300), quick: taking('quick', 10) }],
      { clock, patienceMs: 5_000, log },
    );
    await clock.advance(400);
    await stopped;
    assert.deepEqual(ended, ['door', 'quick', 'slow']);
    assert.equal(clock.pending(), 0);
    assert.deepEqual(lines, []);
  });

  it('goes on past what fails, and names what hangs when its time is over', async () => {
    const clock = manualClock();
    const { log, lines } = recordingLog();
    const begun: string[] = [];
    let isOver = false;
    void stopInTime(
      [
        { broken: () => Promise.reject(new Error('no')) },
        { hanging: () => new Promise(() => {}), well: async () => begun.push('well') },
        { store: async () => begun.push('store') },
      ],
      { clock, patienceMs: 5_000, log },
    ).then(() => {
      isOver = true;
    });
    await clock.advance(4_999);
    assert.equal(isOver, false);
    await clock.advance(1);
    assert.equal(isOver, true);
    assert.deepEqual(begun, ['well']);
    assert.match(lines.join(''), /"part":"broken".*"parts":\["hanging"\]/s);
  });
});
