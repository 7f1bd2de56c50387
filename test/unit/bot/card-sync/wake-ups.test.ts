import assert from 'node:assert/strict';
import { createWakeUps, type WakeUps } from '../../../../bot/card-sync/wake-ups.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';

describe('wake-ups', () => {
  let clock: ManualClock;
  let woken: string[];
  let wakeUps: WakeUps;

  beforeEach(() => {
    clock = manualClock();
    woken = [];
    wakeUps = createWakeUps(clock, (key) => woken.push(key));
  });

  it('come once, at the earliest of the times wished for', async () => {
    wakeUps.plan('a', 500);
    wakeUps.plan('a', 100);
    wakeUps.plan('a', 300);
    await clock.advance(99);
    assert.deepEqual(woken, []);
    await clock.advance(1);
    assert.deepEqual(woken, ['a']);
    await clock.advance(1_000);
    assert.deepEqual(woken, ['a']);
  });

  it('can be planned again after they came, and for each key apart', async () => {
    wakeUps.plan('a', 100);
    wakeUps.plan('b', 200);
    await clock.advance(100);
    wakeUps.plan('a', 200);
    await clock.advance(200);
    assert.deepEqual(woken, ['a', 'b', 'a']);
  });

  it('no longer come, nor can be planned, after a stop', async () => {
    wakeUps.plan('a', 100);
    wakeUps.stop();
    wakeUps.plan('b', 100);
    assert.equal(clock.pending(), 0);
    await clock.advance(1_000);
    assert.deepEqual(woken, []);
  });
});
