import { createNumberedLog } from './numbered-log.ts';
import type { RequestEntry } from './request-entry.ts';

export interface RequestLog {
  /** Keeps the entry under the next number; `length` is that of the answer as text. */
  add(entry: Omit<RequestEntry, 'seq'>, length?: number): void;
  /** The kept entries with a number above `seq`, oldest first. */
  after(seq: number): RequestEntry[];
}

type Kept = { -readonly [Key in keyof RequestEntry]: RequestEntry[Key] };

const longAnswer = 100_000;
const longAnswersKept = 20;

/**
 * The last `capacity` requests, in memory; `tell` hears of each. Of long answers (pages of analytics) only the last twenty
 * are kept, of the ones before the length: two thousand of them would take gigabytes.
 */
export function createRequestLog(capacity: number, tell: (entry: RequestEntry) => void): RequestLog {
  const log = createNumberedLog<Kept>(capacity, tell);
  const long: { readonly entry: Kept; readonly length: number }[] = [];
  return {
    add(entry, length = 0) {
      log.add((seq) => {
        const kept = { ...entry, seq };
        if (length > longAnswer) long.push({ entry: kept, length });
        return kept;
      });
      const over = long.length > longAnswersKept ? long.shift() : undefined;
      if (over !== undefined) over.entry.responseBody = `${over.length} characters, no longer kept`;
    },
    after: log.after,
  };
}
