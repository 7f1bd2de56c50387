import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A card may take another's place, once; and a conversation's state has the time Teams told it, and why Teams refused. */
export const cardTruth: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table card add column "replaces" text`.execute(db);
    await sql`alter table reference add column "toldAt" bigint not null default 0`.execute(db);
    await sql`alter table reference add column "refusedWith" text`.execute(db);
  },
};
