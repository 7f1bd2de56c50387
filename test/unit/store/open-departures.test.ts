import { equal, ok } from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDepartures } from '../../../src/store/open-departures.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';

describe('openDepartures', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  beforeEach(async () => {
    directory = await temporaryDirectory();
  });
  afterEach(() => directory.remove());

  const opened = (boot = 'here') => {
    const departures = openDepartures(directory.path, boot);
    ok(departures);
    return departures;
  };

  it('tells the next life what stayed, and the one after that', () => {
    const first = opened();
    first.begin('left', 2);
    first.leave('left', 2);
    first.begin('stayed', 4);
    equal(first.surelyStayed('stayed', 4), false, 'its own are in its own hands');
    first.close();
    for (const life of [1, 2]) {
      const next = opened();
      equal(next.surelyStayed('stayed', 4), true, `life ${life}`);
      equal(next.surelyStayed('stayed', 3), false);
      equal(next.surelyStayed('left', 2), false);
      equal(next.surelyStayed('never heard of', 2), false);
      next.close();
    }
  });

  it('knows nothing of what was before the computer was started last', () => {
    const first = opened();
    first.begin('stayed', 4);
    first.close();
    const next = opened('later');
    equal(next.surelyStayed('stayed', 4), false);
    next.close();
  });

  it('keeps no more than it needs', async () => {
    const first = opened();
    for (let each = 0; each < 3_000; each += 1) first.begin(`o${each}`, 1);
    first.close();
    const second = opened();
    equal(second.surelyStayed('o0', 1), true, 'what was read is known in this life');
    second.close();
    equal((await readFile(join(directory.path, 'departures.log'), 'utf8')).split('\n').length, 2_002);
  });

  it('knows nothing where notes cannot be kept, and starts all the same', async () => {
    await mkdir(join(directory.path, 'departures.log.new'));
    equal(openDepartures(directory.path, 'here'), null);
    await writeFile(join(directory.path, 'departures.log'), 'boot elsewhere\nbegin a 2\n');
    equal(openDepartures(directory.path, 'here'), null);
  });
});
