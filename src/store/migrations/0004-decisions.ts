import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a supervisor decides on: why a session ended, a changed text, a reason, a snooze, and one card for a burst of proposals. */
export const decisions: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table session add column "endedBy" text`.execute(db);
    await sql`alter table outreach add column "sessionEndedBy" text`.execute(db);
    await sql`alter table outreach add column "proposedText" text`.execute(db);
    await sql`alter table outreach add column "declineReason" text`.execute(db);
    await sql`alter table outreach add column "declineNote" text`.execute(db);
    await sql`alter table outreach add column "snoozedUntil" bigint`.execute(db);
    await sql`alter table outreach add column "snoozedBy" text`.execute(db);
    await sql`alter table outreach add column "backAtVersion" integer not null default 0`.execute(db);
    await sql`alter table outreach add column "briefing" text`.execute(db);

    await db.schema
      .createTable('burst')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('activityId', 'text')
      .addColumn('takesMore', 'integer', (column) => column.notNull())
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('nextTryAt', 'bigint', (column) => column.notNull())
      .addColumn('lastError', 'text')
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .execute();
    // New proposals of a conversation have one card to join, whoever opens it.
    await sql`create unique index burst_open on burst ("conversationId") where "takesMore" = 1`.execute(db);

    await db.schema
      .createTable('burstMember')
      .addColumn('outreachId', 'text', (column) => column.notNull().references('outreach.id'))
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('burstId', 'text', (column) => column.notNull().references('burst.id'))
      .addColumn('place', 'integer', (column) => column.notNull())
      .addColumn('ownCard', 'integer', (column) => column.notNull())
      .addColumn('shownVersion', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('burst_member_key', ['outreachId', 'conversationId'])
      .execute();
    await db.schema
      .createIndex('burst_member_place')
      .unique()
      .on('burstMember')
      .columns(['burstId', 'place'])
      .execute();
  },
};
