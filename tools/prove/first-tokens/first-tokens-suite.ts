import { problemsOf } from '../problems-of.ts';
import type { Suite } from '../suite.ts';
import { type FirstTokensResult, runFirstTokensWorld } from './first-tokens-world.ts';

const sizes = {
  short: { requests: 400, users: 12, atOnce: 200, patienceMs: 40_000 },
  full: { requests: 10_000, users: 100, atOnce: 1_000, patienceMs: 170_000 },
};

/** With a platform that refuses a second contact of an id, and with one that does not: which it is, is unverified. */
const worlds = [
  { name: 'first-tokens-unique', unique: true },
  { name: 'first-tokens-twins', unique: false },
];

/** Users nobody knows yet ask for their first token many times at once: each gets one contact. */
export const firstTokensSuite: Suite = {
  name: 'first-tokens',
  async run(order) {
    const { size, rounds, seed, at, without, say } = order;
    const { requests, users, atOnce, patienceMs } = sizes[size];
    const results: { name: string; result: FirstTokensResult }[] = [];
    for (const { name, unique } of worlds.filter((each) => at === null || each.name === at)) {
      const result = await runFirstTokensWorld({
        name,
        seed: `${seed}/${name}`,
        requests: rounds ?? requests,
        users,
        unique,
        atOnce,
        patienceMs,
        without,
      });
      results.push({ name, result });
      const { contacts, kills, ms } = result;
      say(
        `${name}: ${result.requests} requests, ${users} users, ${contacts} contacts, ${kills} kill, ${Math.round(ms / 1000)} s`,
      );
    }
    const sum = (of: (result: FirstTokensResult) => number) =>
      results.reduce((total, { result }) => total + of(result), 0);
    const figures = {
      requests: sum((result) => result.requests),
      users: sum((result) => result.users),
      contacts: sum(({ contacts }) => contacts),
    };
    return {
      figures: { firstTokens: figures },
      problems: results.flatMap(({ name, result: { breaches } }) =>
        problemsOf(breaches, { order, suite: 'first-tokens', world: name, kept: null }),
      ),
      told: [
        `${figures.requests} requests for a first token by ${figures.users} users, ${atOnce} connections at a time, ${sum(({ lostAnswers }) => lostAnswers)} answers of the platform lost or spoilt, ${sum(({ kills }) => kills)} kills while contacts were made; ${figures.contacts} contacts. Half of it on a platform that does not refuse a second contact of an id`,
      ],
    };
  },
};
