import { problemsOf } from '../problems-of.ts';
import type { Suite } from '../suite.ts';
import { runForgeries } from './forgeries-world.ts';

const sizes = { short: { count: 1_200, atOnce: 20 }, full: { count: 10_000, atOnce: 50 } };
const name = 'forgeries';
/** So many of one kind say enough. */
const mostTold = 20;

/** What others sign (assertions of a site, tickets and webhooks of partners), forged and mangled. */
export const forgeriesSuite: Suite = {
  name,
  async run(order) {
    const { size, rounds, seed, without, say } = order;
    const { count, atOnce } = sizes[size];
    const { tried, accepted, ways, breaches } = await runForgeries({
      seed: `${seed}/${name}`,
      count: rounds ?? count,
      atOnce,
      without,
      say,
    });
    const all = Object.values(tried).reduce((sum, each) => sum + each, 0);
    return {
      figures: { forgeries: { tried: all, accepted } },
      problems: problemsOf(breaches.slice(0, mostTold), { order, suite: name, world: name, kept: null }),
      told: [
        `${Object.entries(tried)
          .map(([kind, number]) => `${number} ${kind}`)
          .join(', ')}, forged or mangled in ${ways} ways; ${accepted} accepted`,
      ],
    };
  },
};
