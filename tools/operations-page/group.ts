import type { ErrorCode, RetryClass } from '../../src/errors/catalogue.ts';

/** What the program does after a code, by its retry class. */
type Does = Partial<Readonly<Record<RetryClass, string>>>;

/** One group of codes on the page. */
export interface Group {
  readonly title: string;
  readonly starts: readonly string[];
  readonly plan: string;
  readonly does?: Does;
  /** Of codes that are no answer of Genesys Cloud. */
  readonly asked?: string;
  readonly but?: Partial<Readonly<Record<ErrorCode, string>>>;
}
