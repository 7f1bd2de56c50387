import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { ReachbackError } from '../errors/reachback-error.ts';
import { storeError } from './store-error.ts';

/**
 * Takes a data directory for this process alone and gives how to let the next one in. An exclusive transaction on a side file: the
 * kernel lets go of it even after kill -9, so no stale lock can remain. Throws `store.locked` when another process has
 * it, else what `storeError` makes of the cause.
 */
export function lockDirectory(directory: string): () => void {
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
