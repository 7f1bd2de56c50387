import { importRow, type RowEnd } from '../../src/journeys/import-users/import-row.ts';
import type { ContactBook } from '../../src/journeys/widget/contact-book.ts';
import type { KeptProgress } from './kept-progress.ts';
import type { UserFile, UserRow } from './read/read-users.ts';
import type { RejectedRows } from './rejected-rows.ts';
import { type Report, withRow } from './report.ts';

/** How many users are on their way at once; the client's budget decides how fast they go. */
const atOnce = 16;
/** At most so much is done twice after a kill -9; looked up, then, and found. */
const keepEveryMs = 1_000;

/**
 * Imports the rows of a file from where the progress stands, in the order of the file as far as what is written down goes: a row counts
 * when it and all before it have come to their end. Stops early when `signal` is aborted. Throws what would have met every further row,
 * with the progress written down.
 */
export async function importUsers(parts: {
  file: UserFile;
  progress: KeptProgress;
  contacts: Pick<ContactBook, 'contactOf'>;
  userSource: string;
  externalIdSource: string;
  rejected: RejectedRows;
  signal: AbortSignal;
  /** Told after every row. */
  onRow: (bytesDone: number, report: Report) => void;
  now: () => number;
  /** Writes progress down; the rejected rows are on the disk by then. */
  keep: (progress: KeptProgress) => Promise<void>;
}): Promise<KeptProgress> {
  const { file, rejected, signal, onRow, now, keep } = parts;
  let { progress } = parts;
  let keptAt = now();
  const underWay: Promise<Ended>[] = [];

  async function importOne(row: UserRow): Promise<Ended> {
    try {
      const { user } = row;
      const end = 'reason' in user ? ({ end: 'bad', ...user } as const) : await importRow(user, parts);
      return { row, end };
    } catch (failure) {
      return { row, failure };
    }
  }

  async function settle(ended: Ended): Promise<void> {
    const { row } = ended;
    if ('failure' in ended) throw ended.failure;
    const { end } = ended;
    if ('reason' in end) rejected.add(row, end.end, end.reason);
    const leftOut = 'leftOut' in row.user && !('reason' in end) ? row.user.leftOut : [];
    progress = {
      ...progress,
      at: row.to,
      line: row.nextLine,
      report: withRow(progress.report, end, leftOut),
    };
    onRow(row.to, progress.report);
    if (now() - keptAt >= keepEveryMs) await write();
  }

  async function write(): Promise<void> {
    progress = { ...progress, rejected: rejected.sizes() };
    await keep(progress);
    keptAt = now();
  }

  try {
    for await (const row of file.rows(progress)) {
      if (signal.aborted) break;
      underWay.push(importOne(row));
      const first = underWay.length >= atOnce ? underWay.shift() : undefined;
      if (first !== undefined) await settle(await first);
    }
    for (let next = underWay.shift(); next !== undefined; next = underWay.shift()) await settle(await next);
    progress = { ...progress, done: !signal.aborted };
    return progress;
  } finally {
    // What is under way behind a failure ends as well, before anything is closed.
    await Promise.all(underWay);
    await write();
  }
}

type Ended =
  | { readonly row: UserRow; readonly end: RowEnd }
  | { readonly row: UserRow; readonly failure: unknown };
