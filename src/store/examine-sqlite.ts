import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { ReachbackError } from '../errors/reachback-error.ts';
import { lockDirectory } from './lock-directory.ts';
import { makeDirectory } from './make-directory.ts';
import { openDurably } from './open-durably.ts';
import { ledgerFile } from './open-sqlite.ts';
import { type SchemaAge, schemaAge } from './schema-age.ts';
import { storeError } from './store-error.ts';

export interface SqliteFacts {
  /** Another process, most likely the running bot, has the directory. */
  readonly inUse: boolean;
  /** `wal` and `full` are what a power cut cannot take rows from. */
  readonly journal: string;
  readonly synchronous: string;
  /** A row was there after the file was closed and opened again. */
  readonly readBack: boolean;
  /** Null: there is no ledger yet. */
  readonly schema: SchemaAge | null;
}

const synchronousNames = ['off', 'normal', 'full', 'extra'];

/**
 * Looks at a data directory as the product would use it, without touching the ledger: what is written goes to a file of its own,
 * which is removed. Makes the directory where it is missing. Throws `store.full` or `store.unavailable`.
 */
export function examineSqlite(directory: string): SqliteFacts {
  try {
    makeDirectory(directory);
    const inUse = isInUse(directory);
    const place = mkdtempSync(join(directory, 'examined-'));
    try {
      return { inUse, ...tryOut(join(place, 'row.sqlite')), schema: ageOf(join(directory, ledgerFile)) };
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  } catch (cause) {
    throw storeError(cause);
  }
}

function isInUse(directory: string): boolean {
  try {
    lockDirectory(directory)();
    return false;
  } catch (cause) {
    if (cause instanceof ReachbackError && cause.code === 'store.locked') return true;
    throw cause;
  }
}

function tryOut(path: string): Pick<SqliteFacts, 'journal' | 'synchronous' | 'readBack'> {
  const written = openDurably(path);
  const pragma = (name: string): unknown => Object.values(written.prepare(`pragma ${name}`).get() ?? {})[0];
  const journal = String(pragma('journal_mode'));
  const synchronous = synchronousNames[Number(pragma('synchronous'))] ?? 'unknown';
  try {
    written.exec("create table row (said text); insert into row values ('here')");
  } finally {
    written.close();
  }
  const again = openDurably(path);
  const readBack = again.prepare('select said from row').get()?.said === 'here';
  again.close();
  return { journal, synchronous, readBack };
}

const names = z.array(z.object({ name: z.string() }));

function ageOf(ledger: string): SchemaAge | null {
  if (!existsSync(ledger)) return null;
  const database = new DatabaseSync(ledger, { readOnly: true });
  try {
    const table = database.prepare("select name from sqlite_master where name = 'kysely_migration'").get();
    if (table === undefined) return null;
    const done = names.parse(database.prepare('select name from kysely_migration').all());
    return schemaAge(done.map(({ name }) => name));
  } finally {
    database.close();
  }
}
