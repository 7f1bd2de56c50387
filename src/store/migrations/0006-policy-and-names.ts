import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The policy may be changed while it runs, each change kept; and outreaches are found by the customer's name. */
export const policyAndNames: Migration = {
  async up(db: Kysely<unknown>) {
    // The revision is the compare-and-set: of two who change the same one, the key lets one through.
    await db.schema
      .createTable('policyChange')
      .addColumn('revision', 'integer', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await sql`create index outreach_customer_name on outreach (lower("customerName"))`.execute(db);
  },
};
