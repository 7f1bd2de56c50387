import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whose external contact an old user id is, the visits of widgets, and which conversations are theirs. */
export const widget: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('widgetContact')
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('contactId', 'text')
      .addColumn('claimedAt', 'bigint', (column) => column.notNull())
      .addColumn('checkedAt', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('widget_contact_key', ['source', 'value'])
      .execute();
    await db.schema
      .createTable('widgetVisit')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('contactId', 'text')
      .addColumn('deploymentId', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text')
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('endsAt', 'bigint', (column) => column.notNull())
      .addColumn('revokedAt', 'bigint')
      .execute();
    await db.schema.createIndex('widget_contact_of').on('widgetContact').column('contactId').execute();
    await db.schema.createIndex('widget_visit_ends').on('widgetVisit').column('endsAt').execute();
    await db.schema
      .createTable('widgetLink')
      .addColumn('conversationId', 'text', (column) => column.primaryKey())
      .addColumn('visitId', 'text', (column) => column.notNull())
      .addColumn('contactId', 'text', (column) => column.notNull())
      .addColumn('linked', 'integer', (column) => column.notNull())
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('nextTryAt', 'bigint')
      .addColumn('code', 'text')
      .execute();
    await db.schema.createIndex('widget_link_due').on('widgetLink').column('nextTryAt').execute();
    await db.schema
      .createTable('widgetAssertion')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('endsAt', 'bigint', (column) => column.notNull())
      .execute();
  },
};
