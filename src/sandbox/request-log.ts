import { createNumberedLog } from './numbered-log.ts';
import type { RequestEntry } from './request-entry.ts';

export interface RequestLog {
  /** Keeps the entry under the next number. */
  add(entry: Omit<RequestEntry, 'seq'>): void;
  /** The kept entries with a number above `seq`, oldest first. */
  after(seq: number): RequestEntry[];
}

/** The last `capacity` requests, in memory; `tell` hears of each. */
export function createRequestLog(capacity: number, tell: (entry: RequestEntry) => void): RequestLog {
  const log = createNumberedLog<RequestEntry>(capacity, tell);
  return { add: (entry) => log.add((seq) => ({ ...entry, seq })), after: log.after };
}
