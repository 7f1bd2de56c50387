import { parseArgs } from 'node:util';
import { type SuiteName, suiteNames } from './suite.ts';

export interface Command {
  readonly only: SuiteName | null;
  readonly size: 'short' | 'full';
  readonly rounds: number | null;
  readonly seed: string;
  readonly at: string | null;
  /** A protection's name, or `all`: each in turn. */
  readonly without: string | null;
  readonly json: boolean;
}

export const usage = `Usage: npm run prove -- [--short] [--only ${suiteNames.join('|')}] [--rounds N] [--seed S] [--at ROUND]
                        [--without PROTECTION|all] [--json]`;

/** What was asked for; a sentence when that makes no sense. `anySeed` is taken where none is given. */
export function readCommand(args: readonly string[], anySeed: string): Command | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        short: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        seed: { type: 'string', default: anySeed },
        at: { type: 'string' },
        without: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const only = suiteNames.find((name) => name === values.only) ?? null;
    if (values.only !== undefined && only === null) return `There is no suite "${values.only}".`;
    const rounds = values.rounds === undefined ? null : Number(values.rounds);
    if (rounds !== null && !(Number.isInteger(rounds) && rounds > 0))
      return '--rounds takes a number above 0.';
    return {
      only,
      size: values.short ? 'short' : 'full',
      rounds,
      seed: values.seed,
      at: values.at ?? null,
      without: values.without ?? null,
      json: values.json,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
