import assert from 'node:assert/strict';
import { createShowQueue, type ShowQueue } from '../../../../bot/card-sync/show-queue.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';
import { recordingLog } from '../../../support/silent-log.ts';

describe('the queue of cards to show', () => {
  let clock: ManualClock;
  let shown: string[];
  let answers: (number | null | Error)[];
  let queue: ShowQueue;
  let log: ReturnType<typeof recordingLog>;

  beforeEach(() => {
    clock = manualClock();
    shown = [];
    answers = [];
    log = recordingLog();
    queue = createShowQueue({
      about: (cardId) => ({ cardId }),
      async show(id) {
        shown.push(id);
        const answer = answers.shift() ?? null;
        if (answer instanceof Error) throw answer;
        return answer;
      },
      atOnce: 2,
      clock,
      log: log.log,
      random: () => 0.5,
    });
  });
  afterEach(() => queue.stop());

  it('comes back when that was asked for, and else not', async () => {
    answers = [400];
    queue.add('a');
    await clock.advance(399);
    assert.equal(shown.length, 1);
    await clock.advance(1);
    assert.equal(shown.length, 2);
    await clock.advance(60_000);
    assert.equal(shown.length, 2);
  });

  it('tries again soon what broke off, then ever more slowly, and anew from the start once it went well', async () => {
    const full = new ReachbackError('store.full');
    answers = [full, full, null, full];
    queue.plan('a', 100);
    await clock.advance(100 + 749);
    assert.equal(shown.length, 1);
    await clock.advance(1);
    assert.equal(shown.length, 2);
    await clock.advance(1_500);
    assert.equal(shown.length, 3);
    queue.add('a');
    await clock.advance(750);
    assert.equal(shown.length, 5);
  });

  it('is never longer away than a sweep would be', async () => {
    answers = Array.from({ length: 40 }, () => new Error('no reason given'));
    queue.add('a');
    await clock.advance(40 * 15_000);
    assert.equal(shown.length, 41);
  });

  it('tries nothing again after a stop', async () => {
    answers = [new ReachbackError('store.full')];
    queue.add('a');
    await clock.advance(0);
    await queue.stop();
    await clock.advance(60_000);
    assert.deepEqual(shown, ['a']);
    assert.equal(clock.pending(), 0);
  });
});
