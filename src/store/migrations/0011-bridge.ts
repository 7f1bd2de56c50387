import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The Open Messaging bridges of hand-offs, with an outbox for each direction. */
export const bridges: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('bridge')
      .addColumn('handOffId', 'text', (column) => column.primaryKey())
      .addColumn('partnerId', 'text', (column) => column.notNull())
      .addColumn('sourceConversationId', 'text', (column) => column.notNull())
      .addColumn('channelId', 'text', (column) => column.notNull())
      .addColumn('guestId', 'text', (column) => column.notNull())
      .addColumn('externalContactId', 'text')
      .addColumn('customerName', 'text')
      .addColumn('attributes', 'text', (column) => column.notNull())
      .addColumn('destinationConversationId', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('endedBy', 'text')
      .addColumn('endCode', 'text')
      .addColumn('sideIsOver', 'integer', (column) => column.notNull())
      .addColumn('endingAt', 'bigint')
      .addColumn('endTold', 'integer', (column) => column.notNull())
      .addColumn('startedAt', 'bigint', (column) => column.notNull())
      .addColumn('warnAt', 'bigint', (column) => column.notNull())
      .addColumn('limitAt', 'bigint', (column) => column.notNull())
      .addColumn('warned', 'integer', (column) => column.notNull())
      .addColumn('transcriptTaken', 'integer', (column) => column.notNull())
      .addColumn('lastError', 'text')
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    await sql`create index bridge_live on bridge ("handOffId") where state <> 'ended' or "endTold" = 0`.execute(
      db,
    );

    await db.schema
      .createTable('carried')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('handOffId', 'text', (column) => column.notNull().references('bridge.handOffId'))
      .addColumn('direction', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('sourceId', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('place', 'bigint', (column) => column.notNull())
      .addColumn('saidAt', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('firstAttemptAt', 'bigint')
      .addColumn('attemptedAt', 'bigint')
      .addColumn('unknownSince', 'bigint')
      .addColumn('nextTryAt', 'bigint', (column) => column.notNull())
      .addColumn('code', 'text')
      .addColumn('sentAs', 'text')
      .addColumn('lastPart', 'integer', (column) => column.notNull())
      .addColumn('receiptDue', 'text')
      .addColumn('receiptSent', 'text')
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    // A message counts once, however often it is told of.
    await db.schema
      .createIndex('carried_once')
      .on('carried')
      .columns(['handOffId', 'direction', 'sourceId'])
      .unique()
      .execute();
    // One at a time: the next would overtake one of which nobody knows whether it arrived.
    await sql`create unique index carried_on_its_way on carried ("handOffId", direction) where state in ('sending','unknown')`.execute(
      db,
    );
  },
};
