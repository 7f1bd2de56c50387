import { equal } from 'node:assert/strict';
import { wait } from '../../src/wait.ts';
import { manualClock } from '../support/manual-clock.ts';

describe('wait', () => {
  it('lasts as long as asked', async () => {
    const clock = manualClock();
    let over = false;
    const waiting = wait(clock, 1_000, new AbortController().signal).then(() => {
      over = true;
    });
    await clock.advance(999);
    equal(over, false);
    await clock.advance(1);
    equal(over, true);
    await waiting;
  });

  it('ends at once when cut, and leaves no timer', async () => {
    const clock = manualClock();
    const cutting = new AbortController();
    const waiting = wait(clock, 1_000, cutting.signal);
    equal(clock.pending(), 1);
    cutting.abort();
    await waiting;
    equal(clock.pending(), 0);
    await wait(clock, 1_000, cutting.signal);
    equal(clock.pending(), 0);
  });
});
