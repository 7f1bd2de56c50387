import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ReachbackError } from '../errors/reachback-error.ts';
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
    mkdirSync(directory, { recursive: true });
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
  const side = new DatabaseSync(join(directory, 'reachback.lock'));
  try {
    side.exec('begin exclusive');
  } catch (cause) {
    side.close();
    throw new ReachbackError('store.locked', { cause, facts: { variable: 'DATA_DIR' } });
  }
  return () => side.close();
}
