import assert from 'node:assert/strict';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { createSweep, type Sweep } from '../../src/sweep.ts';
import { codedLines } from '../support/coded-lines.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { recordingLog } from '../support/silent-log.ts';

const every = 1_000;

describe('a sweep', () => {
  let clock: ManualClock;
  let lines: string[];
  let begun: number;
  let work: () => Promise<void>;
  let sweep: Sweep;

  beforeEach(() => {
    clock = manualClock();
    const recorded = recordingLog();
    lines = recorded.lines;
    begun = 0;
    work = async () => {};
    sweep = createSweep({
      name: 'test',
      everyMs: every,
      work() {
        begun += 1;
        return work();
      },
      clock,
      log: recorded.log,
    });
  });
  afterEach(() => sweep.stop());

  /** Work that lasts until it is told to end. */
  function lasting(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    work = () => promise;
    return resolve;
  }

  it('begins at once, and again so long after the last round has ended', async () => {
    const end = lasting();
    sweep.start();
    await clock.advance(5 * every);
    assert.equal(begun, 1);
    end();
    await clock.advance(every - 1);
    assert.equal(begun, 1);
    await clock.advance(1);
    assert.equal(begun, 2);
  });

  it('goes on after a failure, which is logged with its code', async () => {
    work = () => Promise.reject(new ReachbackError('store.unavailable'));
    sweep.start();
    await clock.advance(every);
    assert.equal(begun, 2);
    assert.deepEqual(codedLines(lines), ['store.unavailable', 'store.unavailable']);
  });

  it('does a round at once when asked, and then keeps its distance from that one', async () => {
    sweep.start();
    await clock.advance(every / 2);
    sweep.now();
    await clock.advance(every - 1);
    assert.equal(begun, 2);
    await clock.advance(1);
    assert.equal(begun, 3);
  });

  it('asked while at work, does one more round right after, however often it was asked', async () => {
    const end = lasting();
    sweep.start();
    sweep.now();
    sweep.now();
    end();
    await clock.advance(0);
    assert.equal(begun, 2);
    await clock.advance(every - 1);
    assert.equal(begun, 2);
  });

  it('does nothing before its start, nor after its stop, which waits for the round in hand', async () => {
    sweep.now();
    assert.equal(begun, 0);
    const end = lasting();
    sweep.start();
    sweep.now();
    let stopped = false;
    const stopping = sweep.stop().then(() => {
      stopped = true;
    });
    await clock.advance(every);
    assert.equal(stopped, false);
    end();
    await stopping;
    sweep.now();
    await clock.advance(5 * every);
    assert.equal(begun, 1);
    assert.equal(clock.pending(), 0);
  });
});
