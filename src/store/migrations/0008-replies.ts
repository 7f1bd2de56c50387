import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** One card for what a customer answered, and what agents replied to it from Teams. */
export const replies: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('replyCard')
      .addColumn('outreachId', 'text', (column) => column.primaryKey().references('outreach.id'))
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('activityId', 'text')
      .addColumn('shownVersion', 'integer', (column) => column.notNull())
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('nextTryAt', 'bigint', (column) => column.notNull())
      .addColumn('lastError', 'text')
      .execute();
    // Customers who answered before there was such a card: nobody is notified of that now.
    await sql`insert into "replyCard" ("outreachId", "conversationId", "shownVersion", "failures", "nextTryAt")
      select id, '', 1000000000, 0, 0 from outreach where state = 'replied'`.execute(db);

    await db.schema
      .createTable('agentReply')
      .addColumn('eventId', 'text', (column) => column.primaryKey())
      .addColumn('outreachId', 'text', (column) => column.notNull().references('outreach.id'))
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('agentId', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('code', 'text')
      .addColumn('messageId', 'text')
      .addColumn('attemptedAt', 'bigint', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('agent_reply_outreach').on('agentReply').column('outreachId').execute();
    // While one is on its way nobody knows whether a second one would be the same words twice.
    await sql`create unique index agent_reply_open on "agentReply" ("outreachId") where state in ('sending','unknown')`.execute(
      db,
    );
  },
};
