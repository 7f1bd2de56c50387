import type { Ground } from './ground.ts';

/** One way into the program. Each input comes from the seed and its number alone, so that any can be tried again. */
export interface Edge {
  readonly name: 'door' | 'frames' | 'answers' | 'words' | 'rows' | 'environment';
  readonly count: { readonly short: number; readonly full: number };
  /** So many are tried at a time, and then the program is looked at. */
  readonly batch: number;
  /** Tries these inputs; gives what went wrong beyond what the program's health shows. */
  attempt(ground: Ground, numbers: readonly number[]): Promise<readonly string[]>;
}
