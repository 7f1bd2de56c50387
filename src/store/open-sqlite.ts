import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { ReachbackError } from '../errors/reachback-error.ts';
import { makeDirectory } from './make-directory.ts';
import { storeError } from './store-error.ts';

export interface SqliteFiles {
  readonly database: DatabaseSync;
  /** Lets the next process in. */
  readonly unlock: () => void;
}

/**
 * Opens `<directory>/reachback.sqlite` for this process alone. WAL with synchronous=FULL: an acknowledged row survives
 * a power cut. Throws `store.locked` when another process has it, `store.unavailable` when it cannot be opened.
 */
export function openSqlite(directory: string): SqliteFiles {
  try {
    makeDirectory(directory);
  } catch (cause) {
    throw storeError(cause);
  }
  const unlock = lock(directory);
  try {
    const database = new DatabaseSync(join(directory, 'reachback.sqlite'));
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
    return { database, unlock };
  } catch (cause) {
    unlock();
    throw storeError(cause);
  }
}

/** An exclusive transaction on a side file: the kernel lets go of it even after kill -9, so no stale lock can remain. */
function lock(directory: string): () => void {
  let side: DatabaseSync | null = null;
  try {
    const opened = new DatabaseSync(join(directory, 'reachback.lock'));
    side = opened;
    opened.exec('begin exclusive');
    return () => opened.close();
  } catch (cause) {
    side?.close();
    if (!isBusy(cause)) throw storeError(cause);
    throw new ReachbackError('store.locked', { cause, facts: { variable: 'DATA_DIR' } });
  }
}

/** SQLite's primary result code for "another connection has it". */
const sqliteBusy = 5;

function isBusy(cause: unknown): boolean {
  const seen = z.object({ errcode: z.number() }).safeParse(cause);
  return seen.success && (seen.data.errcode & 0xff) === sqliteBusy;
}
