import { setTimeout as wait } from 'node:timers/promises';
import { waitFor } from '../../program/wait-for.ts';
import { type Chance, createChance } from '../chance.ts';
import { type FaultKind, hitsAll, isDark, type Round } from './fault-kinds.ts';
import { judgeMessages, type ToldOf } from './judge-messages.ts';
import type { SocketGround } from './socket-ground.ts';
import { strike } from './strike.ts';
import { type Recovery, watchRecovery } from './watch-recovery.ts';

export interface FaultReport extends Recovery {
  readonly kind: FaultKind;
}

export interface RoundReport {
  readonly faults: readonly FaultReport[];
  /** Agents of whom the program held something else than the platform after it had caught up. */
  readonly wrong: readonly string[];
  /** What was wrong with the messages. */
  readonly messages: readonly string[];
}

/** Who does what while the socket is broken. */
interface Cast {
  readonly probe: string;
  /** Becomes available and stays. */
  readonly stays: string;
  /** Becomes available and leaves again. */
  readonly comesAndGoes: string;
  /** Was available, leaves and comes back. */
  readonly comesBack: string;
  /** Was available and leaves. */
  readonly leaves: string;
}

/** How long a fault is watched that does not mend; longer than any promise. */
const patienceMs = 240_000;

/** Plays one round: breaks the sockets, lets agents change meanwhile, waits for the recovery and compares. */
export async function runRound(
  ground: SocketGround,
  { number, kinds }: Round,
  { seed, times, messages }: { seed: string; times: number; messages: () => Promise<ToldOf[]> },
): Promise<RoundReport> {
  const chance = createChance(`${seed}/${number}`);
  const { script, world, agentsOf } = ground;
  const { clock } = world;
  const pause = (ms: number) => wait(clock.real(ms));
  const startedAt = clock.now();
  const onBoth = kinds.some(hitsAll);
  const shards = onBoth || kinds.length > 1 ? [0, 1] : [chance.below(2)];
  const casts = shards.map((shard) => castOf(agentsOf[shard] ?? [], chance));

  for (const { probe, comesBack, leaves } of casts) {
    await script.set(probe, 'Meal');
    await script.set(comesBack, 'Available');
    await script.set(leaves, 'Available');
  }
  const judged = async () => {
    const told = await messages();
    return judgeMessages(
      script.stays,
      told.filter(({ at }) => at >= startedAt),
    );
  };
  const quiet = async () => (await judged()).length === 0;
  const settle = (what: string, ms: number) =>
    waitFor(quiet, { what, deadlineMs: clock.real(ms) }).catch(() => {});
  await settle('the first messages', 60_000);
  // An agent who comes and goes within ten seconds is let go on purpose.
  await pause(10_000);

  const faults = await Promise.all(
    casts.map(async (cast, lane) => {
      const kind = kinds[lane] ?? kinds[0];
      const shard = shards[lane] ?? 0;
      const hitAlong = onBoth && lane > 0;
      const lateBy = onBoth ? 0 : chance.below(8_000) * lane;
      await pause(lateBy);
      const struck = await strike(ground, hitAlong ? null : kind, shard);
      const [recovery] = await Promise.all([
        watchRecovery(ground, struck, { probe: cast.probe, patienceMs, times }),
        play(ground, cast, isDark(kind) ? 1 : 0.2, chance),
      ]);
      return { kind, ...recovery };
    }),
  );
  await settle('the messages called for', 60_000);
  let wrong = await ground.differences();
  for (let tries = 0; wrong.length > 0 && tries < 5; tries += 1) {
    await pause(5_000);
    wrong = await ground.differences();
  }
  const said = world.program.output().split('\n');
  const found = (await judged()).map(
    (what) => `${what}; the program said ${wordsOn(what.split(' ')[0] ?? '', said)}`,
  );
  for (const { stays, comesAndGoes, comesBack, leaves } of casts)
    for (const agentId of [stays, comesAndGoes, comesBack, leaves]) await script.set(agentId, 'Busy');
  return { faults: onBoth ? faults.slice(0, 1) : faults, wrong, messages: found };
}

/** The changes in the gap, some seconds apart: `pace` times as far. */
async function play(
  { script, world }: SocketGround,
  cast: Cast,
  pace: number,
  chance: Chance,
): Promise<void> {
  const { stays, comesAndGoes, comesBack, leaves } = cast;
  const steps = [
    [1_000, comesAndGoes, 'Available'],
    [1_000 + chance.below(4_000), comesBack, 'Busy'],
    [2_000 + chance.below(3_000), comesAndGoes, 'Busy'],
    [2_000 + chance.below(16_000), leaves, 'Meal'],
    [2_000 + chance.below(16_000), stays, 'Available'],
    [8_000 + chance.below(8_000), comesBack, 'Available'],
  ] as const;
  const startedAt = world.clock.now();
  for (const [offset, agentId, presence] of steps.toSorted(([one], [other]) => one - other)) {
    await wait(Math.max(0, world.clock.real(startedAt + offset * pace - world.clock.now())));
    await script.set(agentId, presence);
  }
}

function castOf(agents: readonly string[], chance: Chance): Cast {
  const [probe, stays, comesAndGoes, comesBack, leaves] = chance.shuffled(agents);
  if (
    probe === undefined ||
    stays === undefined ||
    comesAndGoes === undefined ||
    comesBack === undefined ||
    leaves === undefined
  )
    throw new Error('a channel without agents');
  return { probe, stays, comesAndGoes, comesBack, leaves };
}

/** The last the program's log says of an agent: the message and its reason. */
function wordsOn(agentId: string, lines: readonly string[]): string {
  const about = lines.filter((line) => line.includes(agentId)).slice(-3);
  return (
    about.map((line) => /"(?:reason|why)":"[^"]*"|"msg":"[^"]*"/g.exec(line)?.[0] ?? line).join(', then ') ||
    'nothing'
  );
}
