/** What of a pasted exchange stands outside the body. */
export interface Exchange {
  /** `METHOD /path`, ids as `{}`. */
  readonly at: string | undefined;
  readonly status: number | undefined;
  readonly retryAfterSeconds: number | null;
}
