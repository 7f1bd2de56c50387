import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../../src/sandbox/seed/random.ts';
import { sendPath } from '../ground/send-path.ts';
import { startLife } from '../ground/start-life.ts';
import { startWorld } from '../ground/start-world.ts';
import { takeOut } from '../ground/take-out.ts';
import { waitUntilAtHome } from '../ground/wait-until-at-home.ts';
import { wording } from '../witness/card-seen.ts';
import { startCrowd } from '../witness/crowd.ts';
import { personsOf } from '../witness/persons-of.ts';
import { type Settled, settle } from '../witness/settle.ts';
import { createWitness } from '../witness/witness.ts';
import { faultPlans } from './fault-plan.ts';

export interface LostAnswerWorldResult extends Settled {
  readonly sends: number;
  readonly messages: number;
}

/** One world and one life of the program, in which no send is answered as it should be. */
export async function runLostAnswerWorld(options: {
  name: string;
  seed: string;
  sends: number;
  slow: number;
  /** How long a second message is waited for after the last send, milliseconds. */
  quietMs: number;
  without: string | null;
}): Promise<LostAnswerWorldResult> {
  const { name, seed, sends, slow, quietMs, without } = options;
  const world = await startWorld({
    name,
    seed,
    conversations: 400,
    env: { OUTREACH_MODE: 'automatic', OUTREACH_TEXT: wording },
  });
  let result: LostAnswerWorldResult | null = null;
  const { sandbox } = world;
  const state = await sandbox.state();
  for (const { id } of state.orgs[0]?.agents ?? []) await sandbox.setPresence(id, 'Busy');
  const life = startLife(world, takeOut(without));
  try {
    await waitUntilAtHome(world, life);
    const random = createRandom(`${seed}/faults`);
    const plans = faultPlans(sends, slow, random);
    for (const { fault } of plans) await sandbox.fault({ method: 'POST', path: sendPath, ...fault });
    const witness = createWitness(sandbox);
    const crowd = startCrowd({ sandbox, state, witness, random, atOnce: 12, most: sends, livedMs: Date.now });
    try {
      const deadline = Date.now() + 60_000 + sends * 3_000;
      while (crowd.deeds.occasions.length < sends && Date.now() < deadline) await pause(100);
      const end = await settle({
        world,
        witness,
        crowd,
        personOf: personsOf(state),
        since: Date.now(),
        quietMs,
        lives: plans.map(({ name: variant }) => variant),
      });
      result = { sends: crowd.deeds.occasions.length, messages: witness.messages().length, ...end };
      return result;
    } finally {
      await crowd.stop();
    }
  } finally {
    await life.kill();
    await world.end(result === null || result.kept !== null);
  }
}
