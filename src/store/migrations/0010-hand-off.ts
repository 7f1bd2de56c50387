import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Conversations handed to partner organisations, their cards, the tickets that were spent and what was decided about tickets. */
export const handOffs: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('handOff')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('eventId', 'text', (column) => column.notNull().unique())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('code', 'text')
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('channelType', 'text', (column) => column.notNull())
      .addColumn('channelId', 'text', (column) => column.notNull())
      .addColumn('guestId', 'text', (column) => column.notNull())
      .addColumn('externalContactId', 'text')
      .addColumn('customerName', 'text')
      .addColumn('partnerId', 'text', (column) => column.notNull())
      .addColumn('partnerName', 'text', (column) => column.notNull())
      .addColumn('contract', 'text', (column) => column.notNull())
      .addColumn('queue', 'text', (column) => column.notNull())
      .addColumn('originalQueue', 'text')
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('note', 'text')
      .addColumn('agentId', 'text', (column) => column.notNull())
      .addColumn('agentName', 'text', (column) => column.notNull())
      .addColumn('ticketId', 'text')
      .addColumn('destinationConversationId', 'text')
      .addColumn('endedBy', 'text')
      .addColumn('endedByName', 'text')
      .addColumn('toPartner', 'integer', (column) => column.notNull())
      .addColumn('toCustomer', 'integer', (column) => column.notNull())
      .addColumn('waiting', 'integer', (column) => column.notNull())
      .addColumn('attemptedAt', 'bigint')
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('updatedAt', 'bigint', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    await sql`create unique index hand_off_open on "handOff" ("conversationId") where state in ('proposed','asserted','moving','bridged','unknown')`.execute(
      db,
    );
    await db.schema.createIndex('hand_off_changed').on('handOff').column('updatedAt').execute();
    await db.schema
      .createIndex('hand_off_partner')
      .on('handOff')
      .columns(['partnerId', 'createdAt'])
      .execute();

    await db.schema
      .createTable('handOffCard')
      .addColumn('handOffId', 'text', (column) => column.notNull().references('handOff.id'))
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('activityId', 'text')
      .addColumn('shownVersion', 'integer', (column) => column.notNull())
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('nextTryAt', 'bigint', (column) => column.notNull())
      .addColumn('lastError', 'text')
      .addPrimaryKeyConstraint('hand_off_card_key', ['handOffId', 'conversationId'])
      .execute();

    await db.schema
      .createTable('spentTicket')
      .addColumn('issuer', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('keepUntil', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('spent_ticket_key', ['issuer', 'id'])
      .execute();

    await db.schema
      .createTable('ticketAudit')
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('ticketId', 'text')
      .addColumn('sourceOrgId', 'text')
      .addColumn('destinationOrgId', 'text', (column) => column.notNull())
      .addColumn('conversationId', 'text')
      .addColumn('code', 'text')
      .execute();
    await db.schema.createIndex('ticket_audit_at').on('ticketAudit').column('at').execute();
  },
};
