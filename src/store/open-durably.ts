import { DatabaseSync } from 'node:sqlite';

/** Opens a SQLite file so that an acknowledged row survives a power cut: WAL with synchronous=FULL. Throws what SQLite throws. */
export function openDurably(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
  return database;
}
