import { percentile } from '../../bench/percentile.ts';
import { createChance } from '../chance.ts';
import { takeOut } from '../ground/take-out.ts';
import type { Findings, Order, Problem, Suite } from '../suite.ts';
import { planRounds, type Round } from './fault-kinds.ts';
import { readMessages } from './read-messages.ts';
import { type FaultReport, type RoundReport, runRound } from './run-round.ts';
import { startSocketGround } from './socket-ground.ts';

/** As fast as two processors carry two worlds; a push shares them with other suites. */
const times = { short: 12, full: 20 };
/** What does not hold in haste is tried again with less of it: a processor that is busy elsewhere counts as many times, too. */
const calmTimes = 6;
const mostAgain = { short: 3, full: 12 };
const faults = { short: 8, full: 350 };
const worlds = { short: 1, full: 2 };
/** Then its customers have been written to, or were here too long ago. */
const mostOfAWorld = 30;
const noticedWithinMs = 60_000;
const recoveredWithinMs = 75_000;
/** So many faults that do not mend are enough to know. */
const unmendedEnough = 4;

/** Notification sockets that break in every way while agents come and go, on two channels of 1,100 agents. */
export const socketsSuite: Suite = {
  name: 'sockets',
  async run(order) {
    const { size, seed, at, without, rounds: wanted } = order;
    const planned = planRounds(wanted ?? faults[size], createChance(seed));
    const rounds = at === null ? planned : planned.filter(({ number }) => String(number) === at);
    const side = Math.min(worlds[size], rounds.length);
    const played = await Promise.all(
      Array.from({ length: side }, (_, world) =>
        playRounds(
          order,
          rounds.filter((_, index) => index % side === world),
          times[size],
        ),
      ),
    );
    // What goes wrong without a protection is what was to be seen.
    const settled = without === null ? await again(played.flat(), order) : played.flat();
    return findingsOf(settled, order);
  },
};

interface Played {
  readonly round: Round;
  readonly report: RoundReport;
}

/** The same, each round in which a promise did not hold (the first few) played again alone and with less haste. */
async function again(played: readonly Played[], order: Order): Promise<Played[]> {
  const settled: Played[] = [];
  let left = mostAgain[order.size];
  for (const each of played) {
    const doubtful = left > 0 && brokenPromises(each.report, order).length > 0;
    if (doubtful) {
      left -= 1;
      order.say(`round ${each.round.number} (${each.round.kinds.join(', ')}) once more, with less haste`);
      settled.push(...(await playRounds(order, [each.round], calmTimes)));
    } else settled.push(each);
  }
  return settled;
}

async function playRounds(order: Order, rounds: readonly Round[], times: number): Promise<Played[]> {
  const { seed, without, say } = order;
  const played: Played[] = [];
  const left = [...rounds];
  const enough = () =>
    played.flatMap(({ report }) => report.faults).filter(isUnmended).length >= unmendedEnough;
  while (left.length > 0 && !enough()) {
    const ground = await startSocketGround({ times, seed, order: takeOut(without) });
    const messages = readMessages(ground);
    try {
      for (const last = played.length + mostOfAWorld; played.length < last; ) {
        const round = left.shift();
        if (round === undefined) break;
        const report = await runRound(ground, round, { seed, times, messages });
        played.push({ round, report });
        if (played.length % 20 === 0) say(`${played.length} of ${rounds.length} rounds`);
        // The rounds after it would suffer from it: they begin in a world of their own.
        if (report.faults.some(isUnmended)) break;
        if (without !== null && brokenPromises(report, order).length > 0) return played;
      }
    } finally {
      await ground.stop();
    }
  }
  return played;
}

const isUnmended = ({ recoveredMs }: FaultReport): boolean => recoveredMs === null;

function findingsOf(played: readonly Played[], order: Order): Findings {
  const { seed, without } = order;
  const all = played.flatMap(({ report }) => report.faults);
  const wrong = played.reduce((sum, { report }) => sum + report.wrong.length, 0);
  const problems = played.flatMap(({ round, report }) =>
    brokenPromises(report, order).map(
      ([promise, what]): Problem => ({
        promise,
        what: `${round.kinds.join(' and ')}: ${what}`,
        replay: `npm run prove -- --only sockets --seed ${seed} --at ${round.number}${without === null ? '' : ` --without ${without}`}`,
      }),
    ),
  );
  return {
    figures: { socketFaults: all.length, wrongPresence: wrong },
    problems,
    told: [
      `${all.length} socket faults, ${wrong} wrong presence states, ${played.flatMap(({ report }) => report.messages).length} wrong messages`,
      seconds(
        'noticed after',
        all.flatMap(({ noticedMs }) => noticedMs ?? []),
      ),
      seconds(
        'recovered after',
        all.flatMap(({ recoveredMs }) => recoveredMs ?? []),
      ),
    ],
  };
}

function seconds(what: string, took: readonly number[]): string {
  if (took.length === 0) return `${what}: none was`;
  const [half, most, worst] = [0.5, 0.95, 1].map((share) => (percentile(took, share) / 1000).toFixed(1));
  return `${what} ${half} s (median), ${most} s (95 %), ${worst} s (all)`;
}

function brokenPromises(
  { faults, wrong, messages }: RoundReport,
  { size, without }: Pick<Order, 'size' | 'without'>,
): [promise: string, what: string][] {
  // In a push that it is mended at all; how soon is told there, and judged in the full form.
  const judged = size === 'full' || without !== null;
  const [notice, recovery] = judged ? [noticedWithinMs, recoveredWithinMs] : [Infinity, Infinity];
  return [
    ...faults.flatMap(({ kind, noticedMs, recoveredMs }): [string, string][] => [
      ...late('noticed within 60 s', kind, noticedMs, notice),
      ...late('recovered within 75 s', kind, recoveredMs, recovery),
    ]),
    ...wrong.map((what): [string, string] => ['0 wrong presence states', what]),
    ...messages.map((what): [string, string] => ['no outreach missed, doubled or invented', what]),
  ];
}

function late(
  promise: string,
  kind: FaultReport['kind'],
  ms: number | null,
  most: number,
): [string, string][] {
  if (ms !== null && ms <= most) return [];
  return [[promise, `${kind} after ${ms === null ? 'no time watched' : `${(ms / 1000).toFixed(1)} s`}`]];
}
