import { problemsOf } from '../problems-of.ts';
import type { Suite } from '../suite.ts';
import type { Breach } from '../witness/verdict.ts';
import { type HandOffWorldResult, runHandOffWorld } from './hand-off-world.ts';
import type { TalkResult } from './talk-through.ts';

const sizes = {
  short: {
    handOffs: 20,
    worlds: 1,
    atOnce: 20,
    killEveryMs: 1_500,
    kills: 5,
    sendsALife: 20,
    times: 10,
    patienceMs: 60_000,
  },
  full: {
    handOffs: 1_000,
    worlds: 4,
    atOnce: 50,
    killEveryMs: 4_000,
    kills: 30,
    sendsALife: 64,
    times: 5,
    patienceMs: 180_000,
  },
};

/** Where a protection is taken out: only what a kill meets in the right moment shows that one is missing. */
const shortWithout = { ...sizes.short, handOffs: 80, killEveryMs: 1_000, kills: 20 };

/** Worlds at a time: each keeps one processor busy. */
const lanes = 2;

/** Conversations bridged between two organisations, while answers are lost, either side goes away and the program is killed. */
export const handOffsSuite: Suite = {
  name: 'hand-offs',
  async run(order) {
    const { size, rounds, seed, at, without, say } = order;
    const { handOffs, worlds, ...rest } = size === 'short' && without !== null ? shortWithout : sizes[size];
    const each = Math.ceil((rounds ?? handOffs) / worlds);
    const names = Array.from({ length: worlds }, (_, index) => `hand-offs-${index}`);
    const waiting = names.filter((name) => at === null || at === name).values();
    const results: { name: string; result: HandOffWorldResult }[] = [];
    await Promise.all(
      Array.from({ length: lanes }, async () => {
        for (const name of waiting) {
          const result = await runHandOffWorld({
            name,
            seed: `${seed}/${name}`,
            handOffs: each,
            faults: 0.2,
            without,
            ...rest,
          });
          results.push({ name, result });
          const bad = result.talks.flatMap(breachesOf).length;
          say(
            `${name}: ${result.talks.length} hand-offs, ${result.kills} kills, ${result.outages} outages, ${bad === 0 ? 'all well' : `${bad} broken`}`,
          );
        }
      }),
    );
    const talks = results.flatMap(({ result }) => result.talks);
    const sum = (of: (talk: TalkResult) => number) => talks.reduce((total, talk) => total + of(talk), 0);
    const kills = results.reduce((total, { result }) => total + result.kills, 0);
    const outages = results.reduce((total, { result }) => total + result.outages, 0);
    return {
      figures: {
        handOffs: {
          tried: talks.length,
          lost: sum(({ lost }) => lost.length),
          doubled: sum(({ doubled, strange }) => doubled.length + strange.length),
          disordered: sum(({ disordered }) => Number(disordered)),
        },
      },
      problems: results.flatMap(({ name, result }) =>
        problemsOf(result.talks.flatMap(breachesOf), {
          order,
          suite: 'hand-offs',
          world: name,
          kept: result.kept,
        }),
      ),
      told: [
        `${talks.length} hand-offs with ${sum(({ messages }) => messages)} messages between two organisations, every fifth send hit by a fault, through ${kills} kills and ${outages} outages of the webhook or a platform`,
      ],
    };
  },
};

function breachesOf(talk: TalkResult): Breach[] {
  const { handOffId, lost, doubled, strange, disordered, bothEnded, finished } = talk;
  const carried = 'a hand-off carries each word once, in order';
  const breach = (promise: Breach['promise'], what: string): Breach => ({
    promise,
    what: `${handOffId}: ${what}`,
  });
  return [
    ...lost.map((text) => breach(carried, `“${text}” is missing`)),
    ...doubled.map((text) => breach(carried, `“${text}” is there twice`)),
    ...strange.map((text) => breach(carried, `“${text}” was not said`)),
    ...(disordered ? [breach(carried, 'the order is another')] : []),
    ...(bothEnded ? [] : [breach('the end of one side ends both', 'one side goes on')]),
    ...(finished || lost.length > 0 || !bothEnded
      ? []
      : [breach(carried, 'it took longer than the suite waits')]),
  ];
}
