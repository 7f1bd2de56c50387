import type { Problem, Suite } from '../suite.ts';
import { type LostAnswerWorldResult, runLostAnswerWorld } from './lost-answer-world.ts';

/** `worlds` run side by side: the program itself keeps each to the platform's 300 requests a minute. */
const sizes = {
  short: { sends: 36, worlds: 2, slow: 0, quietMs: 7_000 },
  full: { sends: 1_000, worlds: 10, slow: 4, quietMs: 50_000 },
};

/** Sends that were accepted although the answer says otherwise, and their twins that were refused before anything was stored. */
export const lostAnswersSuite: Suite = {
  name: 'lost-answers',
  async run({ size, rounds, seed, at, without, say }) {
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
    const flags = `${size === 'short' ? ' --short' : ''}${without === null ? '' : ` --without ${without}`}`;
    const problems: Problem[] = results.flatMap(({ name, result }) =>
      result.breaches.map(({ promise, what }) => ({
        promise,
        what: `${what} [${name}; the record is in ${result.kept}]`,
        replay: `npm run prove --${flags} --only lost-answers --seed ${seed} --at ${name}`,
      })),
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
