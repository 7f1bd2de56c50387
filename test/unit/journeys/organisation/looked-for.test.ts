import { deepEqual, equal } from 'node:assert/strict';
import { createLookedFor } from '../../../../src/journeys/organisation/looked-for.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { silentLog } from '../../../support/silent-log.ts';

describe('agents another instance knows', () => {
  function ground(failures = 0) {
    const clock = manualClock();
    const known = new Set(['ada']);
    const works = new Set(['ada']);
    const reads: number[] = [];
    let readAt = clock.now();
    let left = failures;
    const began = clock.now();
    const lookedFor = createLookedFor({
      async read() {
        reads.push(clock.now() - began);
        left -= 1;
        if (left >= 0) throw new Error('the platform is away');
        for (const id of works) known.add(id);
        readAt = clock.now();
      },
      readAt: () => readAt,
      isKnown: (id) => known.has(id),
      clock,
      log: silentLog,
    });
    return { clock, known, works, reads, lookedFor };
  }

  it('are looked for until who works here could be read, once for all', async () => {
    const { clock, works, reads, lookedFor } = ground(1);
    works.add('grace');
    equal(lookedFor.isOn('ada'), false);
    equal(lookedFor.isOn('grace'), true);
    equal(lookedFor.isOn('grace'), true);
    await clock.advance(5_000);
    equal(lookedFor.isOn('grace'), true);
    await clock.advance(5_000);
    equal(lookedFor.isOn('grace'), false);
    deepEqual(reads, [5_000, 10_000]);
    await lookedFor.stop();
  });

  it('do not work here when they were not found, and are not looked for all the time', async () => {
    const { clock, reads, lookedFor } = ground();
    equal(lookedFor.isOn('left'), true);
    await clock.advance(5_000);
    equal(lookedFor.isOn('left'), false);
    await clock.advance(30_000);
    equal(lookedFor.isOn('left'), false);
    deepEqual(reads, [5_000]);
    equal(lookedFor.isOn('another'), true);
    await clock.advance(30_000);
    equal(lookedFor.isOn('left'), true);
    await lookedFor.stop();
    equal(clock.pending(), 0);
  });

  it('may be known and doubted: then who works where is read once more, and believed', async () => {
    const { clock, reads, lookedFor } = ground();
    equal(lookedFor.isOn('ada', true), true);
    equal(lookedFor.isOn('ada'), true, 'until it is read');
    await clock.advance(5_000);
    equal(lookedFor.isOn('ada', true), false);
    deepEqual(reads, [5_000]);
    await lookedFor.stop();
  });
});
