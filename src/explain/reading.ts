import type { ErrorCode } from '../errors/catalogue.ts';
import type { Refusal } from '../errors/refusals/known-refusal.ts';

/** What a paste holds, as far as it can be told. Refusals carry raw words and go nowhere but into the comparison. */
export interface Reading {
  /** Codes of ours it names. */
  readonly codes: readonly ErrorCode[];
  /** Refusals it may be, each by another refuser. */
  readonly refusals: readonly Refusal[];
}

/** What of an exchange stands outside the body. */
export interface Exchange {
  /** `METHOD /path`, ids as `{}`. */
  readonly at: string | undefined;
  readonly status: number | undefined;
  readonly retryAfterSeconds: number | null;
}
