import { takeOut } from '../ground/take-out.ts';
import type { Order, Problem, Suite } from '../suite.ts';
import type { Edge } from './edge.ts';
import { type Ground, startGround } from './ground.ts';
import { mainJob } from './main-job.ts';
import { tryAnswers } from './try-answers.ts';
import { tryDoor } from './try-door.ts';
import { tryEnvironment } from './try-environment.ts';
import { tryFrames } from './try-frames.ts';
import { tryRows } from './try-rows.ts';
import { tryWords } from './try-words.ts';
import { vitalSigns } from './vital-signs.ts';

const whileItRuns: readonly Edge[] = [tryDoor, tryWords, tryFrames, tryAnswers];
/** Programs of their own on the same sandbox: nobody must count their messages. */
const atStarts: readonly Edge[] = [tryRows, tryEnvironment];

/** What makes no sense, at every edge of the program; then its main job. */
export const malformedSuite: Suite = {
  name: 'malformed',
  async run(order) {
    const { seed, without, say } = order;
    const tried = new Map<string, number>();
    const problems: Problem[] = [];
    let crashes = 0;
    let ground = await startGround(seed, takeOut(without));
    try {
      for (const edge of whileItRuns) {
        const { count, broken } = await tryEdge(edge, ground, order, async () => {
          await ground.stop();
          ground = await startGround(seed, takeOut(without));
          return ground;
        });
        tried.set(edge.name, count);
        crashes += broken.filter(({ isCrash }) => isCrash).length;
        problems.push(...broken.map(({ problem }) => problem));
        say(`${edge.name}: ${count} tried`);
      }
      const replay = commandFor(order, null);
      for (const what of await mainJob(ground))
        problems.push({ promise: 'the main job goes on', what, replay });
      for (const edge of atStarts) {
        const { count, broken } = await tryEdge(edge, ground, order, async () => ground);
        tried.set(edge.name, count);
        crashes += broken.length;
        problems.push(...broken.map(({ problem }) => problem));
        say(`${edge.name}: ${count} tried`);
      }
    } finally {
      await ground.stop();
    }
    const all = [...tried.values()].reduce((sum, count) => sum + count, 0);
    return {
      figures: { malformed: { tried: all, crashes } },
      problems,
      told: [
        `${all} malformed inputs (${[...tried].map(([name, count]) => `${count} ${name}`).join(', ')}), ${crashes} crashes`,
      ],
    };
  },
};

interface Broken {
  readonly isCrash: boolean;
  readonly problem: Problem;
}

/** Tries the inputs of one edge, batch by batch; after a crash it goes on with a program of its own. */
async function tryEdge(
  edge: Edge,
  first: Ground,
  order: Order,
  anew: () => Promise<Ground>,
): Promise<{ count: number; broken: Broken[] }> {
  const numbers = numbersOf(edge, order);
  const broken: Broken[] = [];
  let ground = first;
  let count = 0;
  for (let from = 0; from < numbers.length; from += edge.batch) {
    const batch = numbers.slice(from, from + edge.batch);
    const replay = commandFor(order, `${edge.name}/${batch[0]}-${batch.at(-1)}`);
    const saidBefore = ground.world.program.output().length;
    const wrong = await edge.attempt(ground, batch);
    count += batch.length;
    for (const what of wrong)
      broken.push({
        isCrash: false,
        problem: { promise: '0 crashes', what: `${edge.name}: ${what}`, replay },
      });
    const sign = await vitalSigns(ground.world.program, ground.world.url, saidBefore);
    if (sign === null) continue;
    broken.push({ isCrash: true, problem: { promise: '0 crashes', what: `${edge.name}: ${sign}`, replay } });
    if (broken.length > 20) break;
    ground = await anew();
  }
  return { count, broken };
}

/** All of the edge's, or those that `--at door/100-149` names. */
function numbersOf(edge: Edge, { size, rounds, at }: Order): number[] {
  const named = /^([a-z]+)\/(\d+)-(\d+)$/.exec(at ?? '');
  if (at !== null && named?.[1] !== edge.name) return [];
  const first = Number(named?.[2] ?? 0);
  const share = rounds === null ? edge.count[size] : Math.ceil((rounds * edge.count.full) / 20_000);
  const last = named === null ? share - 1 : Number(named[3]);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function commandFor({ seed, without, size }: Order, at: string | null): string {
  return [
    `npm run prove -- --only malformed --seed ${seed}`,
    size === 'short' ? '--short' : '',
    at === null ? '' : `--at ${at}`,
    without === null ? '' : `--without ${without}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
