import { deepEqual, equal } from 'node:assert/strict';
import {
  createReadingSchedule,
  defaultReadingTimings,
  type WhyRead,
} from '../../../src/presence/reading-schedule.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { silentLog } from '../../support/silent-log.ts';

/** A schedule over so many agents; `calls` is what reading a hundred of them takes. */
function scheduled(agents: number, { calls = 1 } = {}) {
  const clock = manualClock();
  const began = clock.now();
  const readings: { readonly why: WhyRead; readonly ids: readonly string[]; readonly at: number }[] = [];
  const everyone = Array.from({ length: agents }, (_, n) => `agent-${n}`);
  const faults = { failing: false, hanging: false };
  const schedule = createReadingSchedule({
    async read(ids, why) {
      readings.push({ why, ids, at: clock.now() - began });
      if (faults.failing) throw new Error('refused');
      if (faults.hanging && why === 'look') await new Promise(() => {});
      return calls;
    },
    everyone: () => everyone,
    timings: defaultReadingTimings,
    clock,
    log: silentLog,
  });
  return {
    clock,
    schedule,
    readings,
    everyone,
    faults,
    looks: () => readings.filter(({ why }) => why === 'look'),
  };
}

describe('createReadingSchedule', () => {
  it('looks at 1,200 agents every 40 s, spread, with 18 calls a minute', async () => {
    const { clock, schedule, looks } = scheduled(1_200);
    schedule.start();
    await clock.advance(599_000);
    equal(looks().length, 12 * 14);
    const first = looks().filter(({ ids }) => ids[0] === 'agent-0');
    deepEqual(
      first.slice(0, 3).map(({ at }) => at),
      [40_000, 80_000, 120_000],
    );
    schedule.stop();
    equal(clock.pending(), 0);
  });

  it('never looks with more than 30 calls a minute, however many agents and calls it takes', async () => {
    for (const [agents, calls] of [
      [10_000, 1],
      [300, 103],
    ] as const) {
      const { clock, schedule, looks } = scheduled(agents, { calls });
      schedule.start();
      await clock.advance(3_600_000);
      const aMinute = (looks().length * calls) / 60;
      equal(aMinute <= 32, true, `${aMinute} calls a minute`);
      equal(schedule.roundMs(), Math.ceil(agents / 100) * calls * 2_000);
      schedule.stop();
    }
  });

  it('reads after a gap at once, a hundred at a time, and those that failed again', async () => {
    const { clock, schedule, readings, everyone, faults } = scheduled(250);
    faults.failing = true;
    schedule.now(everyone);
    await clock.advance(0);
    deepEqual(
      readings.map(({ ids }) => ids.length),
      [100],
    );
    faults.failing = false;
    await clock.advance(5_000);
    deepEqual(
      readings.slice(1).map(({ ids }) => ids.length),
      [100, 100, 50],
    );
    equal(new Set(readings.slice(1).flatMap(({ ids }) => ids)).size, 250);
    schedule.stop();
  });

  it('tries a look that failed once more before the next round', async () => {
    const { clock, schedule, readings, faults } = scheduled(3);
    schedule.start();
    faults.failing = true;
    await clock.advance(79_000);
    faults.failing = false;
    await clock.advance(2_000);
    deepEqual(
      readings.map(({ why, ids, at }) => [why, ids.length, at]),
      [
        ['look', 3, 40_000],
        ['doubt', 3, 45_000],
        ['look', 3, 80_000],
      ],
    );
    schedule.stop();
    equal(clock.pending(), 0);
  });

  it('keeps no gap waiting for a look that waits', async () => {
    const { clock, schedule, readings, faults } = scheduled(250);
    faults.hanging = true;
    schedule.start();
    await clock.advance(60_000);
    schedule.now(['agent-7']);
    schedule.soon('agent-8', 2_000);
    await clock.advance(2_000);
    deepEqual(
      readings.slice(1).map(({ why, ids }) => [why, ...ids]),
      [
        ['gap', 'agent-7'],
        ['doubt', 'agent-8'],
      ],
    );
    schedule.stop();
  });

  it('reads what is doubtful once, at the earliest time asked for', async () => {
    const { clock, schedule, readings } = scheduled(3);
    schedule.soon('agent-1', 10_000);
    schedule.soon('agent-1', 2_000);
    schedule.soon('agent-1', 10_000);
    schedule.soon('agent-2', 1_000);
    await clock.advance(60_000);
    deepEqual(
      readings.map(({ ids, at }) => [...ids, at]),
      [
        ['agent-2', 1_000],
        ['agent-1', 2_000],
      ],
    );
    schedule.stop();
  });
});
