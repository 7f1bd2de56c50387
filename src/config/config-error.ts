import { ReachbackError } from '../errors/reachback-error.ts';
import { variableNotes } from './variable-notes.ts';
import type { VariableName } from './variables.ts';

export interface ConfigProblem {
  readonly variable: VariableName;
  /** Reads on from the variable's name: "is missing". Never holds the value. */
  readonly wrong: string;
  readonly fix: string;
}

/** All problems of the configuration at once; code `config.invalid`. */
export class ConfigError extends ReachbackError {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super('config.invalid', { facts: { problems: problems.length } });
    this.problems = problems;
  }

  /** One line a problem: variable, what is wrong, the fix. */
  explain(): string {
    return this.problems.map(({ variable, wrong, fix }) => `  ${variable} ${wrong}. ${fix}`).join('\n');
  }
}

/** A problem with the variable's own advice unless the case has better. */
export function problem(
  variable: VariableName,
  wrong: string,
  fix = variableNotes[variable].fix,
): ConfigProblem {
  return { variable, wrong, fix };
}
