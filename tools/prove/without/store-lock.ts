import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SqliteFiles } from '../../../src/store/open-sqlite.ts';

/** A second process on the same store is let in. */
export function openSqlite(directory: string): SqliteFiles {
  mkdirSync(directory, { recursive: true });
  const database = new DatabaseSync(join(directory, 'reachback.sqlite'));
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
  return { database, unlock: () => {} };
}
