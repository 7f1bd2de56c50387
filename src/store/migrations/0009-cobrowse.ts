import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Cobrowse as agents offered it to customers, and the card of each offer. */
export const cobrowse: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('cobrowse')
      .addColumn('eventId', 'text', (column) => column.primaryKey())
      .addColumn('sessionId', 'text')
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('channelId', 'text', (column) => column.notNull())
      .addColumn('agentId', 'text', (column) => column.notNull())
      .addColumn('customerName', 'text')
      .addColumn('contract', 'text', (column) => column.notNull())
      .addColumn('mode', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('code', 'text')
      .addColumn('joinCode', 'text')
      .addColumn('offerEndsAt', 'bigint')
      .addColumn('acceptedAt', 'bigint')
      .addColumn('attemptedAt', 'bigint', (column) => column.notNull())
      .addColumn('changedAt', 'bigint', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('cobrowse_conversation').on('cobrowse').column('conversationId').execute();
    await db.schema.createIndex('cobrowse_changed').on('cobrowse').column('changedAt').execute();
    // A customer is asked one thing at a time, and nobody knows of a lost offer whether it stands.
    await sql`create unique index cobrowse_open on cobrowse ("conversationId")
      where state in ('asking','offered','accepted','unknown')`.execute(db);

    await db.schema
      .createTable('cobrowseCard')
      .addColumn('eventId', 'text', (column) => column.primaryKey().references('cobrowse.eventId'))
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('activityId', 'text')
      .addColumn('shownVersion', 'integer', (column) => column.notNull())
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('nextTryAt', 'bigint', (column) => column.notNull())
      .addColumn('lastError', 'text')
      .execute();
  },
};
