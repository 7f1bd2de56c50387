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
      .addColumn('eventId', 'text', (column) => column.notNull().unique())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('mode', 'text', (column) => column.notNull())
      .addColumn('agentId', 'text', (column) => column.notNull())
      .addColumn('agentName', 'text', (column) => column.notNull())
      .addColumn('customerKey', 'text', (column) => column.notNull())
      .addColumn('customerName', 'text')
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('channelId', 'text', (column) => column.notNull())
      .addColumn('guestId', 'text', (column) => column.notNull())
      .addColumn('guestKey', 'text', (column) => column.notNull())
      .addColumn('externalContactId', 'text')
      .addColumn('queueId', 'text')
      .addColumn('queueName', 'text')
      .addColumn('sessionLastActivityAt', 'bigint', (column) => column.notNull())
      .addColumn('sessionEndedAt', 'bigint')
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('route', 'text')
      .addColumn('message', 'text')
      .addColumn('answer', 'text')
      .addColumn('landedOn', 'text')
      .addColumn('decidedBy', 'text')
      .addColumn('decidedAt', 'bigint')
      .addColumn('attemptedAt', 'bigint')
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('updatedAt', 'bigint', (column) => column.notNull())
      .addColumn('expiresAt', 'bigint')
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    // The promise "at most one open outreach per customer" lives here, not in code that checks first.
    await sql`create unique index outreach_open_customer on outreach ("customerKey") where state in ${openStates}`.execute(
      db,
    );
    await db.schema.createIndex('outreach_state').on('outreach').columns(['state', 'updatedAt']).execute();
    await db.schema.createIndex('outreach_updated').on('outreach').column('updatedAt').execute();
    await db.schema.createIndex('outreach_conversation').on('outreach').column('conversationId').execute();
    await db.schema.createIndex('outreach_landed_on').on('outreach').column('landedOn').execute();
    await db.schema
      .createIndex('outreach_customer')
      .on('outreach')
      .columns(['customerKey', 'attemptedAt'])
      .execute();
    await db.schema.createIndex('outreach_guest').on('outreach').column('guestKey').execute();

    await db.schema
      .createTable('audit')
      .addColumn('outreachId', 'text', (column) => column.notNull().references('outreach.id'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('why', 'text', (column) => column.notNull())
      .addColumn('fromState', 'text')
      .addColumn('toState', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('audit_key', ['outreachId', 'version'])
      .execute();

    await db.schema
      .createTable('session')
      .addColumn('conversationId', 'text', (column) => column.primaryKey())
      .addColumn('channelId', 'text', (column) => column.notNull())
      .addColumn('guestId', 'text', (column) => column.notNull())
      .addColumn('externalContactId', 'text')
      .addColumn('customerName', 'text')
      .addColumn('queueId', 'text')
      .addColumn('lastAgentId', 'text')
      .addColumn('startedAt', 'bigint', (column) => column.notNull())
      .addColumn('lastActivityAt', 'bigint', (column) => column.notNull())
      .addColumn('endedAt', 'bigint')
      .addColumn('abandoned', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('session_activity').on('session').column('lastActivityAt').execute();
    await db.schema.createIndex('session_guest').on('session').column('guestId').execute();
    await db.schema.createIndex('session_contact').on('session').column('externalContactId').execute();

    await db.schema
      .createTable('presence')
      .addColumn('agentId', 'text', (column) => column.primaryKey())
      .addColumn('presence', 'text', (column) => column.notNull())
      .addColumn('presenceSince', 'bigint', (column) => column.notNull())
      .addColumn('routingStatus', 'text', (column) => column.notNull())
      .addColumn('routingSince', 'bigint', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('reference')
      .addColumn('conversationId', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('serviceUrl', 'text', (column) => column.notNull())
      .addColumn('tenantId', 'text')
      .addColumn('botId', 'text', (column) => column.notNull())
      .addColumn('userId', 'text')
      .addColumn('aadObjectId', 'text')
      .addColumn('userName', 'text')
      .addColumn('userEmail', 'text')
      .addColumn('installed', 'integer', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('updatedAt', 'bigint', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('card')
      .addColumn('outreachId', 'text', (column) => column.notNull().references('outreach.id'))
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('activityId', 'text')
      .addColumn('shownVersion', 'integer', (column) => column.notNull())
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('nextTryAt', 'bigint', (column) => column.notNull())
      .addColumn('lastError', 'text')
      .addPrimaryKeyConstraint('card_key', ['outreachId', 'conversationId'])
      .execute();

    await db.schema
      .createTable('activity')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('seenAt', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('activity_seen').on('activity').column('seenAt').execute();

    await db.schema
      .createTable('optOut')
      .addColumn('customerKey', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('setting')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
  },
};
