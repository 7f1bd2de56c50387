import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { firstTables } from './migrations/0001-first-tables.ts';
import { followUps } from './migrations/0002-follow-ups.ts';

/** Every migration ever shipped, by name, oldest first. Kysely runs the missing ones under a lock. */
export const migrations: Record<string, Migration> = {
  '0001-first-tables': firstTables,
  '0002-follow-ups': followUps,
};

/** Brings the database to the newest schema. Throws what the failing migration threw. */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
