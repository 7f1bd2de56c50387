import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { lockDirectory } from './lock-directory.ts';
import { makeDirectory } from './make-directory.ts';
import { openDurably } from './open-durably.ts';
import { storeError } from './store-error.ts';

export interface SqliteFiles {
  readonly database: DatabaseSync;
  /** Lets the next process in. */
  readonly unlock: () => void;
}

/** The ledger's file in its directory. */
export const ledgerFile = 'reachback.sqlite';

/**
 * Opens `<directory>/reachback.sqlite` for this process alone; an acknowledged row survives a power cut. Throws
 * `store.locked` when another process has it, `store.unavailable` when it cannot be opened.
 */
export function openSqlite(directory: string): SqliteFiles {
  try {
    makeDirectory(directory);
  } catch (cause) {
    throw storeError(cause);
  }
  const unlock = lockDirectory(directory);
  try {
    return { database: openDurably(join(directory, ledgerFile)), unlock };
  } catch (cause) {
    unlock();
    throw storeError(cause);
  }
}
