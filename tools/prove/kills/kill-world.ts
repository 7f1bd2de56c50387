import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../../src/sandbox/seed/random.ts';
import { createAge } from '../ground/age.ts';
import { type Life, startLife } from '../ground/start-life.ts';
import { startWorld } from '../ground/start-world.ts';
import { takeOut } from '../ground/take-out.ts';
import { waitUntilAtHome } from '../ground/wait-until-at-home.ts';
import type { PreloadOrder } from '../preload/preload-order.ts';
import { storedDoubts } from '../stored/stored-doubts.ts';
import { wording } from '../witness/card-seen.ts';
import { startCrowd } from '../witness/crowd.ts';
import { personsOf } from '../witness/persons-of.ts';
import { type Settled, settle } from '../witness/settle.ts';
import { createWitness } from '../witness/witness.ts';
import { type CutOff, cutOff, type EndedLife } from './cut-off.ts';
import { type KillPlan, planWords } from './kill-plan.ts';
import { listSteps } from './list-steps.ts';

export interface KillWorld {
  readonly name: string;
  readonly mode: 'automatic' | 'supervisor';
  readonly seed: string;
  /** How each life ends; given the steps the first, whole life went through. */
  readonly plans: (steps: readonly KillPlan[]) => readonly KillPlan[];
  readonly without: string | null;
}

export interface KillWorldResult extends Settled {
  readonly kills: number;
  /** Lives that ended at the very step they were to end at. */
  readonly atStep: number;
  readonly outreaches: number;
  /** The attempts that stayed unknown, and where they were cut off. */
  readonly cutOff: readonly CutOff[];
}

/** Ready, the program does its work until a step it was to be killed at, or for so long: for the first of a send's, until its sweeps came round. */
const longestLifeMs = { mostly: 1_500, ofASend: 6_000 };
const ofASend = /outreach (approved|sending|sent|unknown)|messages\/agentless/;
/** One long world and many lives of the program in it, each but the last ended by SIGKILL. */
export async function runKillWorld(options: KillWorld): Promise<KillWorldResult> {
  const { name, mode, seed, plans, without } = options;
  const world = await startWorld({
    name,
    seed,
    conversations: 400,
    env: { OUTREACH_MODE: mode, OUTREACH_TEXT: wording },
  });
  let result: KillWorldResult | null = null;
  const taken = takeOut(without);
  let life: Life | null = null;
  try {
    const { sandbox } = world;
    const state = await sandbox.state();
    for (const { id } of state.orgs[0]?.agents ?? []) await sandbox.setPresence(id, 'Busy');
    // The very first start is cut short as well: an empty store, and Teams just about to tell where the bot is.
    life = startLife(world, taken);
    await Promise.race([pause(createRandom(`${seed}/first`).between(50, 900)), life.ended]);
    await life.kill();
    life = startLife(world, taken);
    await waitUntilAtHome(world, life);
    await life.kill();
    const stepsTo = join(world.directory, 'steps');
    life = startLife(world, { ...taken, stepsTo });
    await life.ready();
    const age = createAge();
    age.watch(life);
    const witness = createWitness(sandbox);
    const crowd = startCrowd({
      sandbox,
      state,
      witness,
      random: createRandom(`${seed}/crowd`),
      atOnce: 3,
      livedMs: age.ms,
    });
    const personOf = personsOf(state);
    try {
      life.child.kill('SIGUSR2');
      await pause(2_500);
      await life.kill();
      let kills = 3;
      let atStep = 0;
      const done: string[] = [];
      const lives: EndedLife[] = [];
      for (const plan of plans(listSteps(stepsTo))) {
        life = startLife(world, { ...taken, ...killAt(plan) });
        age.watch(life);
        const { hit, until } = await liveUntil(life, plan);
        kills += 1;
        if (hit) atStep += 1;
        const at = hit && plan.kind === 'step' ? plan.step : 'a random moment';
        lives.push({ from: life.startedAt, until, at });
        done.push(
          `${new Date(life.startedAt).toISOString()} until ${new Date(until).toISOString()} ${planWords(plan)}`,
        );
      }
      life = startLife(world, taken);
      age.watch(life);
      await life.ready();
      crowd.calmDown();
      const end = await settle({ world, witness, crowd, personOf, since: life.startedAt, lives: done });
      const doubts = cutOff(storedDoubts(join(world.directory, 'data')), lives);
      result = { kills, atStep, outreaches: witness.outreaches().length, cutOff: doubts, ...end };
      return result;
    } finally {
      await crowd.stop();
    }
  } finally {
    await life?.kill();
    await world.end(result === null || result.kept !== null);
  }
}

function killAt(plan: KillPlan): PreloadOrder {
  if (plan.kind === 'moment') return {};
  const { step, nth, from } = plan;
  return { killAt: { step, nth, from } };
}

/** Lets a life take its course and sees to its end: when that came (epoch ms), and whether it ended at its step by itself. */
async function liveUntil(life: Life, plan: KillPlan): Promise<{ hit: boolean; until: number }> {
  if (plan.kind === 'moment') {
    if (plan.from === 'ready') await life.ready();
    await Promise.race([pause(plan.ms), life.ended]);
    const until = Date.now();
    await life.kill();
    return { hit: false, until };
  }
  if ((await life.ready()) && plan.from === 'signal') life.child.kill('SIGUSR2');
  const most = plan.nth === 1 && ofASend.test(plan.step) ? longestLifeMs.ofASend : longestLifeMs.mostly;
  const hit = await Promise.race([life.ended.then(() => true), pause(most, false)]);
  const until = Date.now();
  await life.kill();
  return { hit, until };
}
