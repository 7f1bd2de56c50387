import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../../src/sandbox/seed/random.ts';
import { waitFor } from '../../program/wait-for.ts';
import { type Life, startLife } from '../ground/start-life.ts';
import { startWorld, type World } from '../ground/start-world.ts';
import { takeOut } from '../ground/take-out.ts';
import type { PreloadOrder } from '../preload/preload-order.ts';
import { wording } from '../witness/card-seen.ts';
import { startCrowd } from '../witness/crowd.ts';
import { personsOf } from '../witness/persons-of.ts';
import { type Breach, type Verdict, verdict } from '../witness/verdict.ts';
import { createWitness } from '../witness/witness.ts';
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

export interface KillWorldResult {
  readonly kills: number;
  /** Lives that ended at the very step they were to end at. */
  readonly atStep: number;
  readonly outreaches: number;
  readonly verdict: Verdict;
  readonly breaches: readonly Breach[];
  /** Where the record is kept; null when all went well. */
  readonly kept: string | null;
}

/** The program does its work until a step it was to be killed at, or for so long. */
const longestLifeMs = 2_500;
/** Everything must be settled or shown so soon after the last restart. */
const settleMs = 60_000;
/** Sweeps of the program come round within this: what would be sent twice has been by then. */
const quietMs = 7_000;

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
    const stepsTo = join(world.directory, 'steps');
    life = startLife(world, { ...taken, stepsTo });
    await waitUntilAtHome(world, life);
    const witness = createWitness(sandbox);
    const crowd = startCrowd({ sandbox, state, witness, random: createRandom(`${seed}/crowd`), atOnce: 3 });
    const personOf = personsOf(state);
    try {
      life.child.kill('SIGUSR2');
      await pause(2_500);
      await life.kill();
      let kills = 1;
      let atStep = 0;
      const done: string[] = [];
      for (const plan of plans(listSteps(stepsTo))) {
        life = startLife(world, { ...taken, ...killAt(plan) });
        const hit = await liveUntil(life, plan);
        kills += 1;
        if (hit) atStep += 1;
        done.push(
          `${new Date(life.startedAt).toISOString()} until ${new Date().toISOString()} ${planWords(plan)}`,
        );
      }
      life = startLife(world, taken);
      const restartedAt = life.startedAt;
      crowd.calmDown();
      const judge = () => verdict(witness, crowd.deeds, personOf);
      for (;;) {
        const { broken, open } = judge();
        const ageMs = Date.now() - restartedAt;
        const quiet = open.length === 0 && crowd.waiting() === 0 && ageMs > quietMs;
        if (broken.length > 0 || quiet || ageMs > settleMs) break;
        await pause(100);
      }
      const found = judge();
      const breaches = [...found.broken, ...found.open];
      if (breaches.length > 0)
        writeFileSync(
          join(world.directory, 'record.json'),
          JSON.stringify({ lives: done, deeds: crowd.deeds, record: witness.entries() }, null, 1),
        );
      result = {
        kills,
        atStep,
        outreaches: witness.outreaches().length,
        verdict: found,
        breaches,
        kept: breaches.length > 0 ? world.directory : null,
      };
      return result;
    } finally {
      await crowd.stop();
    }
  } finally {
    await life?.kill();
    await world.end(result === null || result.kept !== null);
  }
}

/** Until it is ready and Teams has told it of every chat it is in. */
async function waitUntilAtHome({ sandbox }: World, life: Life): Promise<void> {
  if (!(await life.ready())) throw new Error('the program did not start');
  await waitFor(async () => (await sandbox.state()).teams.conversations.every(({ installed }) => installed), {
    what: 'the bot to be installed everywhere',
    deadlineMs: 20_000,
  });
}

function killAt(plan: KillPlan): PreloadOrder {
  if (plan.kind === 'moment') return {};
  const { step, nth, from } = plan;
  return { killAt: { step, nth, from } };
}

/** Lets a life take its course and sees to its end; true when it ended at its step by itself. */
async function liveUntil(life: Life, plan: KillPlan): Promise<boolean> {
  if (plan.kind === 'moment') {
    if (plan.from === 'ready') await life.ready();
    await Promise.race([pause(plan.ms), life.ended]);
    await life.kill();
    return false;
  }
  if (plan.from === 'signal' && (await life.ready())) life.child.kill('SIGUSR2');
  const ended = await Promise.race([life.ended.then(() => true), pause(longestLifeMs, false)]);
  await life.kill();
  return ended;
}
