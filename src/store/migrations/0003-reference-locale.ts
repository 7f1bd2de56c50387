import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A conversation's language, as Teams last told it. */
export const referenceLocale: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table reference add column "locale" text`.execute(db);
  },
};
