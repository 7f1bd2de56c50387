import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The outreach states in which a customer must not get a second one; as in the first migration. */
const openStates = sql`('proposed','awaiting-approval','approved','sending','unknown')`;

/** An outreach may be a follow-up and may wait for its hour; a session says whether anybody is looking after it. */
export const followUps: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table outreach add column "kind" text not null default 'presence'`.execute(db);
    await sql`alter table outreach add column "sendAt" bigint`.execute(db);
    await sql`alter table session add column "attended" integer not null default 0`.execute(db);
    await sql`alter table session add column "cleared" integer`.execute(db);
    // One browser, one open message, whoever signed in there: a contact and a guest are often the same person.
    await sql`create unique index outreach_open_guest on outreach ("guestKey") where state in ${openStates}`.execute(
      db,
    );
    await db.schema.createIndex('outreach_attempted').on('outreach').column('attemptedAt').execute();
    await db.schema
      .createIndex('session_channel_queue')
      .on('session')
      .columns(['channelId', 'queueId'])
      .execute();
  },
};
