import { createRandom, type Random } from '../../../src/sandbox/seed/random.ts';
import { problemsOf } from '../problems-of.ts';
import type { Findings, Order, Problem, Suite } from '../suite.ts';
import { runCrushWorld } from './crush-world.ts';
import { cutOffWords } from './cut-off.ts';
import type { KillPlan } from './kill-plan.ts';
import { type KillWorld, type KillWorldResult, runKillWorld } from './kill-world.ts';

const modes = ['automatic', 'supervisor'] as const;
/** A life mostly waits. */
const workers = { short: 2, full: 4 };
const crush = 'crush';
const moreMoments = 4;

/** Every step of a sweep, and random moments: as a life ends mostly, and as it ends at worst. */
const sizes = { short: { kills: 28, perWorld: 14 }, full: { kills: 1_050, perWorld: 42 } };

/** Kill -9 at every durable step and at random moments; the next life takes up what the last one left. */
export const killsSuite: Suite = {
  name: 'kills',
  async run(order) {
    const { size, rounds, seed, at, without, say } = order;
    const { kills, perWorld } = sizes[size];
    const worlds = Math.ceil((rounds ?? kills) / perWorld);
    const names = Array.from({ length: Math.max(worlds, modes.length) }, (_, index) => nameOf(index));
    const todo = at === null ? names : [at].filter((name) => name !== crush);
    const results: { name: string; result: KillWorldResult }[] = [];
    const take = (name: string, result: KillWorldResult): void => {
      results.push({ name, result });
      const { verdict, outreaches, atStep, breaches, cutOff } = result;
      const cuts = cutOff.length === 0 ? '' : ` (cut off: ${cutOffWords(cutOff)})`;
      say(
        `${name}: ${result.kills} kills (${atStep} at their step), ${outreaches} outreaches, ` +
          `${verdict.unknown} unknown${cuts}, ${breaches.length === 0 ? 'all well' : `broken: ${breaches[0]?.what}`}`,
      );
    };
    const work = async (): Promise<void> => {
      for (let name = todo.shift(); name !== undefined; name = todo.shift())
        take(name, await runKillWorld(worldOf(name, seed, Math.min(perWorld, rounds ?? perWorld), order)));
    };
    // The crush mostly waits: it needs no processor of its own.
    const crushed = async (): Promise<void> => {
      if (at !== null && at !== crush) return;
      take(crush, await runCrushWorld({ name: crush, seed: `${seed}/${crush}`, rounds: 4, without }));
    };
    await Promise.all([crushed(), ...Array.from({ length: workers[size] }, work)]);
    return findings(results, order);
  },
};

/** `sweep-automatic-0`, `sweep-supervisor-0`, `moments-automatic-1`, …: three times as many of moments as of sweeps. */
function nameOf(index: number): string {
  const mode = modes[index % modes.length];
  const round = Math.floor(index / modes.length);
  return `${round % moreMoments === 0 ? 'sweep' : 'moments'}-${mode}-${round}`;
}

function worldOf(name: string, seed: string, kills: number, { without, size }: Order): KillWorld {
  const [kind = '', mode = '', round = '0'] = name.split('-');
  const random = createRandom(`${seed}/${name}/plans`);
  const turn = Math.floor(Number(round) / moreMoments);
  return {
    name,
    mode: modes.find((each) => each === mode) ?? 'automatic',
    seed: `${seed}/${name}`,
    without,
    plans: (steps) =>
      kind === 'moments'
        ? Array.from({ length: kills }, () => moment(random))
        : size === 'short'
          ? aroundTheSend(steps, kills, random)
          : turnOf(shuffled(steps, createRandom(`${seed}/steps`)), kills, turn),
  };
}

/** Most lives are short; now and then one is long enough for every sweep of the program to come round (5 s). */
function moment(random: Random): KillPlan {
  switch (random.between(1, 8)) {
    case 1:
      return { kind: 'moment', from: 'start', ms: random.between(50, 700) };
    case 2:
      return { kind: 'moment', from: 'ready', ms: random.between(4_800, 6_500) };
    default:
      return { kind: 'moment', from: 'ready', ms: random.between(0, 900) };
  }
}

/** Mixed, so that lives cut short at their start do not follow each other for so long that an occasion is over. */
function shuffled(steps: readonly KillPlan[], random: Random): KillPlan[] {
  return steps
    .map((step) => ({ step, order: random.between(0, 1_000_000_000) }))
    .sort((one, other) => one.order - other.order)
    .map(({ step }) => step);
}

/** The steps by turns: each world goes on where the one before it stopped. */
function turnOf(steps: readonly KillPlan[], kills: number, turn: number): KillPlan[] {
  return Array.from({ length: kills }, (_, index) => steps[(turn * kills + index) % steps.length]).filter(
    (plan) => plan !== undefined,
  );
}

/** A few: those between approval and answer all, of the others what chance picks. */
function aroundTheSend(steps: readonly KillPlan[], kills: number, random: Random): KillPlan[] {
  const near = /outreach (approved|sending|sent)|messages\/agentless|our POST/;
  const isNear = (plan: KillPlan) => plan.kind === 'step' && plan.nth === 1 && near.test(plan.step);
  const chosen = steps.filter(isNear);
  const others = steps.filter((plan) => !chosen.includes(plan));
  while (chosen.length < kills && others.length > 0)
    chosen.push(...others.splice(random.between(0, others.length - 1), 1));
  return chosen.slice(0, kills);
}

function findings(results: readonly { name: string; result: KillWorldResult }[], order: Order): Findings {
  const { seed, size } = order;
  const sum = (of: (result: KillWorldResult) => number) =>
    results.reduce((total, { result }) => total + of(result), 0);
  const kills = sum((result) => result.kills);
  const unknown = sum(({ verdict }) => verdict.unknown);
  const problems: Problem[] = results.flatMap(({ name, result: { breaches, kept } }) =>
    problemsOf(breaches, { order, suite: 'kills', world: name, kept }),
  );
  const most = 0.02;
  if (size === 'full' && order.at === null && unknown > kills * most)
    problems.push({
      promise: 'few are unknown',
      what: `${unknown} outreaches were seen as unknown after ${kills} kills, more than ${most * 100} %`,
      replay: `npm run prove -- --only kills --seed ${seed}`,
    });
  return {
    figures: {
      kills,
      duplicates: sum(({ verdict }) => verdict.duplicates),
      lost: sum(({ verdict }) => verdict.lost),
      unknown,
      unsettled: sum(({ verdict }) => verdict.unsettled),
    },
    problems,
    told: [
      `${kills} kills, ${sum(({ atStep }) => atStep)} of them at a named step, over ${sum(({ outreaches }) => outreaches)} outreaches`,
      `${unknown} outreaches were seen as unknown, ${sum(({ verdict }) => verdict.asked)} of them left to a person after every look`,
      `an attempt that stayed unknown was cut off ${cutOffWords(results.flatMap(({ result }) => result.cutOff)) || 'nowhere'}`,
    ],
  };
}
