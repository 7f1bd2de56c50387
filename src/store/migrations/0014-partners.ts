import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Partner organisations may be registered while it runs, each change kept. */
export const partners: Migration = {
  async up(db: Kysely<unknown>) {
    // The revision is the compare-and-set: of two who change at the same moment, the key lets one through.
    await db.schema
      .createTable('partnerChange')
      .addColumn('revision', 'integer', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('partnerId', 'text', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('partner_change_partner')
      .on('partnerChange')
      .columns(['partnerId', 'revision'])
      .execute();
    await db.schema
      .createIndex('hand_off_partner_state')
      .on('handOff')
      .columns(['partnerId', 'state'])
      .execute();
  },
};
