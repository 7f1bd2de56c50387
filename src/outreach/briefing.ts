/** One message of the conversation before, shortened. */
export interface SaidBefore {
  readonly by: 'customer' | 'agent';
  readonly text: string;
}

/** What a supervisor is told beside the proposal itself, as it was found at `at` (epoch milliseconds); kept while nobody has decided. */
export interface Briefing {
  readonly at: number;
  /** The last words of both sides, oldest first; null: they could not be read. */
  readonly said: readonly SaidBefore[] | null;
  /** What would hold the message back if it left now, held-back reasons or error codes; empty: nothing; null: that could not be checked. */
  readonly standsInTheWay: readonly string[] | null;
  /** Where the customer is, an IANA name; null: not known. */
  readonly timeZone: string | null;
}
