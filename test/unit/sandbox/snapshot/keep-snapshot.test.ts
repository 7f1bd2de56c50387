import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { mock } from 'node:test';
import { seedScaledWorld } from '../../../../src/sandbox/seed/seed-scaled-world.ts';
import { seedWorld } from '../../../../src/sandbox/seed/seed-world.ts';
import { keepSnapshot } from '../../../../src/sandbox/snapshot/keep-snapshot.ts';
import { loadSnapshot } from '../../../../src/sandbox/snapshot/snapshot.ts';
import { temporaryDirectory } from '../../../../tools/program/temporary-directory.ts';

describe('keepSnapshot', () => {
  it('survives a place that cannot be written, says so, and writes again when it can', async () => {
    const { path, remove } = await temporaryDirectory();
    const world = seedWorld('northwind', Date.now(), 'http://127.0.0.1:1/api/messages');
    const lines: string[] = [];
    const taken = join(path, 'a-directory');
    await mkdir(taken);
    keepSnapshot(taken, world, (line) => lines.push(line)).close();
    assert.match(lines.join(), /could not keep its world/);

    const file = join(path, 'world.json');
    keepSnapshot(file, world, (line) => lines.push(line)).close();
    assert.equal(loadSnapshot(file, 'northwind', Date.now())?.orgs.size, 2);
    assert.equal(lines.length, 1);
    await remove();
  });

  it('keeps no world larger than as it is written, says so once, and takes away what was kept before it', async () => {
    const { path, remove } = await temporaryDirectory();
    const botEndpoint = 'http://127.0.0.1:1/api/messages';
    const world = seedWorld('northwind', Date.now(), botEndpoint);
    const lines: string[] = [];
    const file = join(path, 'world.json');
    const snapshot = keepSnapshot(file, world, (line) => lines.push(line));
    snapshot.close();
    assert.ok(loadSnapshot(file, 'northwind', Date.now()));
    assert.deepEqual(lines, []);

    const large = seedScaledWorld('northwind', Date.now(), botEndpoint, { agents: 20, conversations: 70 });
    Object.assign(world, large);
    snapshot.close();
    snapshot.close();
    assert.deepEqual(lines, [
      'A world of 20 agents and 70 conversations is not kept: the next start seeds it anew.',
    ]);
    assert.equal(loadSnapshot(file, 'northwind', Date.now()), undefined);
    await remove();
  });

  it('writes more rarely where writing takes long', async () => {
    const { path, remove } = await temporaryDirectory();
    const world = seedWorld('northwind', Date.now(), 'http://127.0.0.1:1/api/messages');
    let written = 0;
    const slow = {
      toJSON() {
        written += 1;
        const until = performance.now() + 20;
        while (performance.now() < until);
        return {};
      },
    };
    mock.timers.enable({ apis: ['setTimeout'] });
    const snapshot = keepSnapshot(join(path, 'world.json'), Object.assign(world, { slow }), () => {});
    try {
      for (const [after, times] of [
        [100, 1],
        [300, 1],
        [10_000, 2],
      ] as const) {
        snapshot.changed();
        mock.timers.tick(after);
        assert.equal(written, times);
      }
    } finally {
      mock.timers.reset();
      snapshot.close();
      await remove();
    }
  });
});
