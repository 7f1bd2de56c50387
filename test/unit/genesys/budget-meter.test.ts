import { deepEqual, equal, rejects } from 'node:assert/strict';
import { type CallPriority, createBudgetMeter } from '../../../src/genesys/budget-meter.ts';
import { manualClock } from '../../support/manual-clock.ts';

function metered(perMinute: number) {
  const clock = manualClock();
  const meter = createBudgetMeter({ perMinute, clock });
  const went: string[] = [];
  const ask = (priority: CallPriority, name: string = priority) =>
    void meter.take(priority).then((answered) => {
      went.push(name);
      answered();
    });
  return { clock, meter, went, ask };
}

describe('createBudgetMeter', () => {
  it('lets no more than the budget through in any minute', async () => {
    const { clock, went, ask } = metered(10);
    for (let n = 0; n < 25; n += 1) ask('send', String(n));
    await clock.advance(0);
    equal(went.length, 10);
    await clock.advance(59_999);
    equal(went.length, 10);
    await clock.advance(1);
    equal(went.length, 20);
    await clock.advance(60_000);
    equal(went.length, 25);
  });

  it('holds a request that lingers on the way against the minute that begins with its answer', async () => {
    const { clock, meter, went, ask } = metered(2);
    const answers = [await meter.take('send'), await meter.take('send')];
    ask('send');
    await clock.advance(90_000);
    deepEqual(went, []);
    answers[0]?.();
    await clock.advance(59_999);
    deepEqual(went, []);
    await clock.advance(1);
    deepEqual(went, ['send']);
  });

  it('serves sends before questions, each in order, and before them hardly a look and a refill', async () => {
    const { clock, meter, went, ask } = metered(50);
    meter.stopFor(1_000);
    for (const name of ['r1', 'r2']) ask('refill', name);
    for (const name of ['l1', 'l2']) ask('look', name);
    ask('ask', 't1');
    for (const name of ['s1', 's2']) ask('send', name);
    await clock.advance(1_000);
    deepEqual(went, ['l1', 'r1', 's1', 's2', 't1']);
  });

  it('lets hardly a refill through while others wait, and as many as before a minute later', async () => {
    const { clock, meter, went, ask } = metered(100);
    meter.stopFor(1_000);
    for (let n = 0; n < 50; n += 1) ask('refill');
    ask('send');
    await clock.advance(1_000);
    equal(went.length, 1 + 1);
    await clock.advance(59_999);
    equal(went.length, 1 + 1);
    await clock.advance(1);
    equal(went.length, 1 + 1 + 1);
    await clock.advance(4_000);
    equal(went.length, 1 + 50);
  });

  it('lets looks at presence through a long burst, however many refills wait before them', async () => {
    const { clock, meter, went, ask } = metered(100);
    meter.stopFor(1_000);
    for (let n = 0; n < 500; n += 1) ask('send');
    for (let n = 0; n < 500; n += 1) ask('refill');
    for (let n = 0; n < 9; n += 1) ask('look');
    await clock.advance(185_000);
    equal(went.filter((each) => each === 'look').length, 8);
    equal(went.filter((each) => each === 'refill').length, 4);
    equal(went.filter((each) => each === 'send').length, 400 - 8 - 4);
  });

  it('keeps a part of the minute for sends', async () => {
    const { clock, went, ask } = metered(10);
    for (let n = 0; n < 20; n += 1) ask('refill');
    await clock.advance(0);
    equal(went.length, 8);
    ask('ask');
    ask('send');
    await clock.advance(0);
    deepEqual(went.slice(8), ['ask', 'send']);
  });

  it('stops the whole line after a 429, sends included', async () => {
    const { clock, meter, went, ask } = metered(10);
    meter.stopFor(42_000);
    meter.stopFor(1_000);
    ask('send');
    await clock.advance(41_999);
    deepEqual(went, []);
    await clock.advance(1);
    deepEqual(went, ['send']);
  });

  it('keeps nobody for an hour where the clock is put back by one', async () => {
    const hour = 60 * 60_000;
    const steady = manualClock();
    let back = 0;
    const clock = { now: () => steady.now() - back, after: steady.after };
    const meter = createBudgetMeter({ perMinute: 2, clock });
    meter.stopFor(10_000);
    const went: number[] = [];
    const began = steady.now();
    for (let n = 0; n < 4; n += 1)
      void meter.take('send').then((answered) => {
        went.push(steady.now() - began);
        answered();
      });
    await steady.advance(5_000);
    back = hour;
    await steady.advance(20_000);
    equal(went.length, 2);
    back += hour;
    await steady.advance(120_000);
    equal(went.length, 4);
    equal((went[2] ?? 0) - (went[1] ?? 0) >= 60_000, true);
  });

  it('tells how it stands', async () => {
    const { clock, meter, ask } = metered(10);
    for (let n = 0; n < 9; n += 1) ask('refill');
    await clock.advance(0);
    deepEqual(meter.state(), {
      usedInLastMinute: 8,
      waiting: { send: 0, ask: 0, look: 0, refill: 1 },
      stoppedForMs: 0,
    });
    meter.stopFor(42_000);
    ask('send');
    await clock.advance(2_000);
    deepEqual(meter.state(), {
      usedInLastMinute: 8,
      waiting: { send: 1, ask: 0, look: 0, refill: 1 },
      stoppedForMs: 40_000,
    });
    await clock.advance(60_000);
    deepEqual(meter.state(), {
      usedInLastMinute: 2,
      waiting: { send: 0, ask: 0, look: 0, refill: 0 },
      stoppedForMs: 0,
    });
  });

  it('turns away what waits when closed, and leaves no timer behind', async () => {
    const { clock, meter } = metered(10);
    meter.stopFor(42_000);
    const waiting = rejects(meter.take('send'), { code: 'genesys.stopped' });
    meter.close();
    await waiting;
    await rejects(meter.take('send'), { code: 'genesys.stopped' });
    equal(clock.pending(), 0);
  });
});
