import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../../src/sandbox/seed/random.ts';
import { freePort } from '../../program/free-port.ts';
import { startLife } from '../ground/start-life.ts';
import { startWorld } from '../ground/start-world.ts';
import { takeOut } from '../ground/take-out.ts';
import { waitUntilAtHome } from '../ground/wait-until-at-home.ts';
import { wording } from '../witness/card-seen.ts';
import { startCrowd } from '../witness/crowd.ts';
import { personsOf } from '../witness/persons-of.ts';
import { type Settled, settle } from '../witness/settle.ts';
import type { Breach } from '../witness/verdict.ts';
import { createWitness } from '../witness/witness.ts';

/** A second program on the same SQLite store, while the first is at work: it must be turned away, by name, and harm nothing. */
export async function tryOnOneFile(options: {
  name: string;
  seed: string;
  times: number;
  without: string | null;
}): Promise<Settled & { turnedAway: number }> {
  const { name, seed, times, without } = options;
  const world = await startWorld({
    name,
    seed,
    conversations: 200,
    env: { OUTREACH_MODE: 'automatic', OUTREACH_TEXT: wording },
  });
  let end: Settled | null = null;
  const { sandbox, directory, env } = world;
  const state = await sandbox.state();
  await sandbox.setPresences(
    (state.orgs[0]?.agents ?? []).map(({ id }) => id),
    'Busy',
  );
  const first = startLife(world, takeOut(without));
  try {
    await waitUntilAtHome(world, first);
    const witness = createWitness(sandbox);
    const crowd = startCrowd({
      sandbox,
      state,
      witness,
      random: createRandom(seed),
      atOnce: 2,
      livedMs: Date.now,
    });
    const breaches: Breach[] = [];
    let turnedAway = 0;
    try {
      for (let time = 0; time < times; time += 1) {
        const port = await freePort();
        const second = startLife({ directory, port, env: { ...env, PORT: String(port) } }, takeOut(without));
        const ended = await Promise.race([second.ended, pause(5_000, 'alive' as const)]);
        await second.kill();
        const said = readFileSync(join(directory, 'program.log'), 'utf8').includes('store.locked');
        if (ended === 1 && said) turnedAway += 1;
        else breaches.push({ promise: 'one process a file', what: `the second process: ${ended}` });
      }
      if (first.isOver()) breaches.push({ promise: 'one process a file', what: 'the first process ended' });
      crowd.calmDown();
      end = await settle({
        world,
        witness,
        crowd,
        personOf: personsOf(state),
        since: Date.now(),
        quietMs: 3_000,
        lives: [],
      });
    } finally {
      await crowd.stop();
    }
    return { ...end, breaches: [...breaches, ...end.breaches], turnedAway };
  } finally {
    await first.kill();
    await world.end(end === null || end.kept !== null);
  }
}
