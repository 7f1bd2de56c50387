import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../../src/sandbox/seed/random.ts';
import { sendPath } from '../ground/send-path.ts';
import { startLife } from '../ground/start-life.ts';
import { startWorld } from '../ground/start-world.ts';
import { takeOut } from '../ground/take-out.ts';
import { waitUntilAtHome } from '../ground/wait-until-at-home.ts';
import { problemsOf } from '../problems-of.ts';
import type { Suite } from '../suite.ts';
import { wording } from '../witness/card-seen.ts';
import { type Crowd, startCrowd } from '../witness/crowd.ts';
import { personsOf } from '../witness/persons-of.ts';
import { type Settled, settle } from '../witness/settle.ts';
import type { Breach } from '../witness/verdict.ts';
import { createWitness } from '../witness/witness.ts';

/** How often the disk is full. */
const sizes = { short: 4, full: 80 };
/** At the least, where a protection is taken out: not every time an answer comes in just then. */
const timesWithout = 16;
const mostSends = 800;

/** So slow that the disk often fills while an answer is on its way; every other send is refused, which is an answer as well. */
const latencyMs = 1_000;
const slowAnswers = [
  { when: 'after', latencyMs },
  { when: 'before', latencyMs, status: 403 },
];

/** The disk is full at random moments under load: nothing is sent that was not written, and work goes on by itself. */
export const diskSuite: Suite = {
  name: 'disk',
  async run(order) {
    const { size, rounds, seed, without, say } = order;
    const times = rounds ?? Math.max(sizes[size], without === null ? 0 : timesWithout);
    const name = 'disk';
    const world = await startWorld({
      name,
      seed: `${seed}/${name}`,
      conversations: 800,
      env: { OUTREACH_MODE: 'automatic', OUTREACH_TEXT: wording },
    });
    let end: Settled | null = null;
    const { sandbox } = world;
    const state = await sandbox.state();
    await sandbox.setPresences(
      (state.orgs[0]?.agents ?? []).map(({ id }) => id),
      'Busy',
    );
    const fullWhile = join(world.directory, 'the-disk-is-full');
    const life = startLife(world, { ...takeOut(without), fullWhile });
    try {
      await waitUntilAtHome(world, life);
      for (let send = 0; send < mostSends; send += 1)
        await sandbox.fault({ method: 'POST', path: sendPath, ...slowAnswers[send % slowAnswers.length] });
      const witness = createWitness(sandbox);
      const random = createRandom(`${seed}/${name}/moments`);
      const crowd = startCrowd({ sandbox, state, witness, random, atOnce: 4, livedMs: Date.now });
      const lives: string[] = [];
      try {
        for (let time = 0; time < times; time += 1) {
          if (time % 2 === 0) await nextOccasion(crowd);
          await pause(random.between(100, time % 2 === 0 ? 500 : 1_800));
          writeFileSync(fullWhile, '');
          const from = new Date().toISOString();
          await pause(random.between(900, 2_200));
          rmSync(fullWhile);
          lives.push(`full from ${from} to ${new Date().toISOString()}`);
        }
        const since = Date.now();
        crowd.calmDown();
        end = await settle({ world, witness, crowd, personOf: personsOf(state), since, lives });
      } finally {
        await crowd.stop();
      }
      const { verdict } = end;
      const breaches: Breach[] = [...end.breaches];
      if (verdict.unknown > 0)
        breaches.push({
          promise: 'settled or shown',
          what: `${verdict.unknown} outreaches were shown as unknown although every send was answered`,
        });
      if (life.isOver()) breaches.push({ promise: 'settled or shown', what: 'the program ended' });
      const outreaches = witness.outreaches().length;
      say(`the disk was full ${times} times over ${outreaches} outreaches`);
      const { duplicates, lost, unsettled } = verdict;
      return {
        figures: { duplicates, lost, unsettled },
        problems: problemsOf(breaches, { order, suite: 'disk', world: name, kept: end.kept }),
        told: [`the disk was full ${times} times under load, over ${outreaches} outreaches`],
      };
    } finally {
      await life.kill();
      await world.end(end === null || end.kept !== null);
    }
  },
};

/** Until agents become available, so that sends are about to leave; at most 4 s. */
async function nextOccasion({ deeds }: Crowd): Promise<void> {
  const before = deeds.occasions.length;
  const deadline = Date.now() + 4_000;
  while (deeds.occasions.length === before && Date.now() < deadline) await pause(20);
}
