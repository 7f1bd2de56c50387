import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The outreach states in which a customer must not get a second one. */
const openStates = sql`('proposed','awaiting-approval','approved','sending','unknown')`;

/** Written to run alike on SQLite and PostgreSQL. */
export const firstTables: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('outreach')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('event_id', 'text', (column) => column.notNull().unique())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('mode', 'text', (column) => column.notNull())
      .addColumn('agent_id', 'text', (column) => column.notNull())
      .addColumn('agent_name', 'text', (column) => column.notNull())
      .addColumn('customer_key', 'text', (column) => column.notNull())
      .addColumn('customer_name', 'text')
      .addColumn('conversation_id', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('guest_id', 'text', (column) => column.notNull())
      .addColumn('external_contact_id', 'text')
      .addColumn('queue_id', 'text')
      .addColumn('queue_name', 'text')
      .addColumn('session_last_activity_at', 'bigint', (column) => column.notNull())
      .addColumn('session_ended_at', 'bigint')
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('route', 'text')
      .addColumn('message', 'text')
      .addColumn('answer', 'text')
      .addColumn('landed_on', 'text')
      .addColumn('decided_by', 'text')
      .addColumn('decided_at', 'bigint')
      .addColumn('attempted_at', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint')
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    // The promise "at most one open outreach per customer" lives here, not in code that checks first.
    await sql`create unique index outreach_open_customer on outreach (customer_key) where state in ${openStates}`.execute(
      db,
    );
    await db.schema.createIndex('outreach_state').on('outreach').columns(['state', 'updated_at']).execute();
    await db.schema.createIndex('outreach_updated').on('outreach').column('updated_at').execute();
    await db.schema.createIndex('outreach_conversation').on('outreach').column('conversation_id').execute();
    await db.schema.createIndex('outreach_landed_on').on('outreach').column('landed_on').execute();
    await db.schema
      .createIndex('outreach_customer')
      .on('outreach')
      .columns(['customer_key', 'attempted_at'])
      .execute();

    await db.schema
      .createTable('audit')
      .addColumn('outreach_id', 'text', (column) => column.notNull().references('outreach.id'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('why', 'text', (column) => column.notNull())
      .addColumn('from_state', 'text')
      .addColumn('to_state', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('audit_key', ['outreach_id', 'version'])
      .execute();

    await db.schema
      .createTable('session')
      .addColumn('conversation_id', 'text', (column) => column.primaryKey())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('guest_id', 'text', (column) => column.notNull())
      .addColumn('external_contact_id', 'text')
      .addColumn('customer_name', 'text')
      .addColumn('queue_id', 'text')
      .addColumn('last_agent_id', 'text')
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .addColumn('last_activity_at', 'bigint', (column) => column.notNull())
      .addColumn('ended_at', 'bigint')
      .addColumn('abandoned', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('session_activity').on('session').column('last_activity_at').execute();

    await db.schema
      .createTable('presence')
      .addColumn('agent_id', 'text', (column) => column.primaryKey())
      .addColumn('presence', 'text', (column) => column.notNull())
      .addColumn('presence_since', 'bigint', (column) => column.notNull())
      .addColumn('routing_status', 'text', (column) => column.notNull())
      .addColumn('routing_since', 'bigint', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('reference')
      .addColumn('conversation_id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('service_url', 'text', (column) => column.notNull())
      .addColumn('tenant_id', 'text')
      .addColumn('bot_id', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text')
      .addColumn('aad_object_id', 'text')
      .addColumn('user_name', 'text')
      .addColumn('user_email', 'text')
      .addColumn('installed', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('card')
      .addColumn('outreach_id', 'text', (column) => column.notNull().references('outreach.id'))
      .addColumn('conversation_id', 'text', (column) => column.notNull())
      .addColumn('activity_id', 'text')
      .addColumn('shown_version', 'integer', (column) => column.notNull())
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('next_try_at', 'bigint', (column) => column.notNull())
      .addColumn('last_error', 'text')
      .addPrimaryKeyConstraint('card_key', ['outreach_id', 'conversation_id'])
      .execute();

    await db.schema
      .createTable('activity')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('activity_seen').on('activity').column('seen_at').execute();

    await db.schema
      .createTable('opt_out')
      .addColumn('customer_key', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('setting')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
  },
};
