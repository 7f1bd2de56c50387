import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../../src/sandbox/seed/random.ts';
import { startLife } from '../ground/start-life.ts';
import { startWorld } from '../ground/start-world.ts';
import { takeOut } from '../ground/take-out.ts';
import { waitUntilAtHome } from '../ground/wait-until-at-home.ts';
import { wording } from '../witness/card-seen.ts';
import { startCrowd } from '../witness/crowd.ts';
import { personsOf } from '../witness/persons-of.ts';
import { settle } from '../witness/settle.ts';
import { createWitness } from '../witness/witness.ts';
import type { KillWorldResult } from './kill-world.ts';

/** Every agent becomes available in the same instant, again and again, while there are fewer and fewer customers left. */
export async function runCrushWorld(options: {
  name: string;
  seed: string;
  rounds: number;
  without: string | null;
}): Promise<KillWorldResult> {
  const { name, seed, rounds, without } = options;
  const world = await startWorld({
    name,
    seed,
    conversations: 60,
    env: { OUTREACH_MODE: 'automatic', OUTREACH_TEXT: wording },
  });
  let result: KillWorldResult | null = null;
  const { sandbox } = world;
  const state = await sandbox.state();
  const agents = state.orgs[0]?.agents ?? [];
  await sandbox.setPresences(
    agents.map(({ id }) => id),
    'Busy',
  );
  let life = startLife(world, takeOut(without));
  try {
    await waitUntilAtHome(world, life);
    const witness = createWitness(sandbox);
    const crowd = startCrowd({
      sandbox,
      state,
      witness,
      random: createRandom(`${seed}/crush`),
      livedMs: Date.now,
      atOnce: agents.length,
      most: rounds * agents.length,
      scarce: true,
    });
    try {
      while (crowd.deeds.occasions.length < rounds * agents.length) await pause(50);
      // In the middle of the last crush.
      await life.kill();
      life = startLife(world, takeOut(without));
      crowd.calmDown();
      const personOf = personsOf(state);
      const end = await settle({ world, witness, crowd, personOf, since: life.startedAt, lives: [] });
      result = { kills: 1, atStep: 0, outreaches: witness.outreaches().length, cutOff: [], ...end };
      return result;
    } finally {
      await crowd.stop();
    }
  } finally {
    await life.kill();
    await world.end(result === null || result.kept !== null);
  }
}
