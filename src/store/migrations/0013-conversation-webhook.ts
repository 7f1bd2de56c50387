import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Beginnings and ends of conversations, to be told to the receiver of the webhook. */
export const conversationWebhook: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('conversationEvent')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('noticedAt', 'bigint', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('nextTryAt', 'bigint', (column) => column.notNull())
      .addColumn('claimedUntil', 'bigint')
      .addColumn('lastStatus', 'integer')
      .addColumn('lastError', 'text')
      .addColumn('settledAt', 'bigint')
      .addColumn('version', 'integer', (column) => column.notNull())
      .addUniqueConstraint('conversation_event_once', ['conversationId', 'kind'])
      .execute();
    await db.schema
      .createIndex('conversation_event_due')
      .on('conversationEvent')
      .columns(['state', 'nextTryAt'])
      .execute();
  },
};
