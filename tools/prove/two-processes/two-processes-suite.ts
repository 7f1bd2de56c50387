import { problemsOf } from '../problems-of.ts';
import type { Suite } from '../suite.ts';
import { tryOnOneFile } from './on-one-file.ts';
import { tryOnOneServer } from './on-one-server.ts';

const sizes = {
  short: { times: 1, kills: 4, conversations: 60 },
  full: { times: 10, kills: 60, conversations: 180 },
};

/** Two programs on one store: turned away on SQLite, sharing the work on PostgreSQL. */
export const twoProcessesSuite: Suite = {
  name: 'two-processes',
  async run(order) {
    const { size, rounds, seed, at, without, say } = order;
    const { times, kills, conversations } = sizes[size];
    const file =
      at === 'server' ? null : await tryOnOneFile({ name: 'file', seed: `${seed}/file`, times, without });
    if (file !== null)
      say(`SQLite: ${file.turnedAway} of ${times} second processes turned away with store.locked`);
    const server =
      at === 'file'
        ? null
        : await tryOnOneServer({
            name: 'server',
            seed: `${seed}/server`,
            kills: rounds ?? kills,
            conversations,
            without,
          });
    if (server !== null)
      say(`PostgreSQL: ${server.kills} kills of one of two processes, ${server.outreaches} outreaches`);
    const both = [file, server].filter((each) => each !== null);
    const sum = (of: (each: (typeof both)[number]) => number) =>
      both.reduce((total, each) => total + of(each), 0);
    return {
      figures: {
        kills: server?.kills ?? 0,
        duplicates: sum(({ verdict }) => verdict.duplicates),
        lost: sum(({ verdict }) => verdict.lost),
        unknown: sum(({ verdict }) => verdict.unknown),
        unsettled: sum(({ verdict }) => verdict.unsettled),
      },
      problems: [
        ...problemsOf(file?.breaches ?? [], {
          order,
          suite: 'two-processes',
          world: 'file',
          kept: file?.kept ?? null,
        }),
        ...problemsOf(server?.breaches ?? [], {
          order,
          suite: 'two-processes',
          world: 'server',
          kept: server?.kept ?? null,
        }),
      ],
      told: [
        `${file?.turnedAway ?? 0} second processes on one SQLite store, each turned away with store.locked`,
        `two processes on one PostgreSQL through ${server?.kills ?? 0} kills of one of them, over ${server?.outreaches ?? 0} outreaches`,
      ],
    };
  },
};
