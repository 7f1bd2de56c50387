import { problemsOf } from '../problems-of.ts';
import type { Suite } from '../suite.ts';
import { type LostAnswerWorldResult, runLostAnswerWorld } from './lost-answer-world.ts';

/** `worlds` run side by side: the program itself keeps each to the platform's 300 requests a minute. */
const sizes = {
  short: { sends: 36, worlds: 2, slow: 0, quietMs: 7_000 },
  full: { sends: 1_000, worlds: 10, slow: 4, quietMs: 50_000 },
};

/** Sends that were accepted although the answer says otherwise, and their twins that were refused before anything was stored. */
export const lostAnswersSuite: Suite = {
  name: 'lost-answers',
  async run(order) {
    const { size, rounds, seed, at, without, say } = order;
    const { sends, worlds, slow, quietMs } = sizes[size];
    const perWorld = Math.ceil((rounds ?? sends) / worlds);
    const all = Array.from({ length: worlds }, (_, index) => `lost-answers-${index}`);
    const results: { name: string; result: LostAnswerWorldResult }[] = [];
    await Promise.all(
      all
        .filter((name) => at === null || name === at)
        .map(async (name) => {
          const result = await runLostAnswerWorld({
            name,
            seed: `${seed}/${name}`,
            sends: perWorld,
            slow,
            quietMs,
            without,
          });
          results.push({ name, result });
          const { breaches } = result;
          say(
            `${name}: ${result.sends} sends, ${result.messages} stored, ` +
              `${breaches.length === 0 ? 'all well' : `${breaches.length} broken`}`,
          );
        }),
    );
    const sum = (of: (result: LostAnswerWorldResult) => number) =>
      results.reduce((total, { result }) => total + of(result), 0);
    const problems = results.flatMap(({ name, result: { breaches, kept } }) =>
      problemsOf(breaches, { order, suite: 'lost-answers', world: name, kept }),
    );
    return {
      figures: {
        duplicates: sum(({ verdict }) => verdict.duplicates),
        lost: sum(({ verdict }) => verdict.lost),
        unsettled: sum(({ verdict }) => verdict.unsettled),
      },
      problems,
      told: [
        `${sum(({ sends: some }) => some)} sends whose answer was lost or refused, ${sum(({ messages }) => messages)} of them stored`,
      ],
    };
  },
};
