import type { RequestEntry } from './request-entry.ts';

export interface RequestLog {
  /** Keeps the entry under the next number. */
  add(entry: Omit<RequestEntry, 'seq'>): void;
  /** The kept entries with a number above `seq`, oldest first. */
  after(seq: number): RequestEntry[];
}

/** The last `capacity` requests, in memory; `tell` hears of each. */
export function createRequestLog(capacity: number, tell: (entry: RequestEntry) => void): RequestLog {
  const entries: RequestEntry[] = [];
  let last = 0;
  return {
    add(entry) {
      last += 1;
      const numbered = { ...entry, seq: last };
      entries.push(numbered);
      if (entries.length > capacity) entries.shift();
      tell(numbered);
    },
    after: (seq) => entries.filter((entry) => entry.seq > seq),
  };
}
