import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { type Act, createPick, NothingToDo, someConversation } from './acts/act.ts';
import { agentActs } from './acts/acts-of-agents.ts';
import { customerActs } from './acts/acts-of-customers.ts';
import { operatorActs, rareActs } from './acts/acts-of-operators.ts';
import { programActs } from './acts/acts-of-programs.ts';
import { startPlay } from './acts/play.ts';
import { viewsDisagree } from './acts/views-disagree.ts';
import { watchStatuses } from './acts/watch-statuses.ts';
import { agentProblems } from './agent-problems.ts';
import { fuzzSeed } from './fuzz-seed.ts';
import { overdueProblems } from './overdue-problems.ts';
import { worldProblems } from './world-problems.ts';

const acts: Readonly<Record<string, Act>> = {
  ...customerActs,
  ...agentActs,
  ...programActs,
  ...operatorActs,
  ...rareActs,
};
const common = Object.keys({ ...customerActs, ...agentActs, ...programActs, ...operatorActs });
const name = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...common) },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(rareActs)) },
);
const step = fc.tuple(name, fc.array(fc.nat(9_999), { minLength: 8, maxLength: 8 }));

/** How many sequences; more by FUZZ_RUNS, for a night. */
const runs = Number(process.env.FUZZ_RUNS ?? 4);
const stepsEach = 250;
/** So often everything is looked at. */
const lookEvery = 10;

describe('the sandbox under any sequence of acts', function () {
  this.timeout(Math.max(20_000, runs * 10_000));
  let folder: Awaited<ReturnType<typeof temporaryDirectory>>;
  beforeEach(async () => {
    folder = await temporaryDirectory();
  });
  afterEach(() => folder.remove());

  it(`stays consistent through ${runs} sequences of ${stepsEach}`, async () => {
    const seed = fuzzSeed('acts');
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: stepsEach, maxLength: stepsEach }), async (steps) => {
        turn += 1;
        const play = await startPlay(join(folder.path, `world-${turn}.json`), 'northwind');
        const wentBack = watchStatuses();
        const done: string[] = [];
        const look = async (pickable: readonly number[]): Promise<void> => {
          // What falls due now happens now.
          await play.control('POST', '/clock', { advanceSeconds: 0.01 });
          const now = Date.now() + play.world.clockAheadMs;
          const problems = [
            ...play.problems,
            ...[...play.world.orgs.values()].flatMap((org) => overdueProblems(org, now - 50)),
            ...wentBack(play.world),
            ...worldProblems(play.world),
            ...[...play.world.orgs.values()].flatMap(agentProblems),
          ];
          if (problems.length === 0 && !play.spoiled) {
            await unlessIdle(async () => {
              const conversation = someConversation(play, createPick(pickable));
              problems.push(...(await viewsDisagree(play, conversation)), ...play.problems);
            });
          }
          assert.deepEqual(
            problems.slice(0, 4),
            [],
            `FUZZ_SEED=${seed} after ${done.slice(-lookEvery * 2).join('; ')}`,
          );
        };
        try {
          for (const [index, [what, numbers]] of steps.entries()) {
            done.push(what);
            await unlessIdle(() => acts[what]?.(play, createPick(numbers)));
            if (index % lookEvery === 0) await look(numbers);
          }
        } finally {
          await play.close();
        }
      }),
      { seed, numRuns: runs, endOnFailure: process.env.FUZZ_SHRINK === undefined },
    );
  });
});

/** An act that finds nothing to act on is none. */
async function unlessIdle(run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof NothingToDo)) throw error;
  }
}
