import type { Summary } from './summary.ts';

export const suiteNames = [
  'kills',
  'lost-answers',
  'sockets',
  'storm',
  'malformed',
  'disk',
  'two-processes',
  'hand-offs',
  'first-tokens',
  'forgeries',
] as const;

export type SuiteName = (typeof suiteNames)[number];

/** What a suite is asked to do. */
export interface Order {
  /** `short` fits into a push, `full` earns the figures of docs/guarantees.md. */
  readonly size: 'short' | 'full';
  /** How many kills, sends, faults or inputs instead of the size's own number; null: that number. */
  readonly rounds: number | null;
  /** All chance comes from it. */
  readonly seed: string;
  /** One round only, as a problem's replay command names it; null: all. */
  readonly at: string | null;
  /** The protection that is taken out of the program (a name of `protections.ts`); null: none. */
  readonly without: string | null;
  /** Told to whoever watches, a line at a time. */
  readonly say: (line: string) => void;
}

/** A promise that did not hold. */
export interface Problem {
  /** In the words of docs/guarantees.md. */
  readonly promise: string;
  /** What was seen: who, when, what; and where the record of it is kept. */
  readonly what: string;
  /** The command that shows it again. */
  readonly replay: string;
}

export interface Findings {
  /** This suite's part of the summary; numbers of several suites are added up. */
  readonly figures: Partial<Omit<Summary, 'seeds'>>;
  readonly problems: readonly Problem[];
  /** Lines for docs/guarantees.md: what was tried and seen, with figures. */
  readonly told: readonly string[];
}

/** One family of faults, tried on the real program. */
export interface Suite {
  readonly name: SuiteName;
  run(order: Order): Promise<Findings>;
}
