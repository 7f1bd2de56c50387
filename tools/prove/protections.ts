import type { SuiteName } from './suite.ts';

/** One thing the program does so that a promise holds; taken out, the suite named must go red. */
export interface Protection {
  /** The file `without/<name>.ts` that stands in for the module. */
  readonly name: string;
  /** The module it stands in for, from the root of the repository. */
  readonly instead: string;
  readonly suite: SuiteName;
}

export const protections: readonly Protection[] = [];
