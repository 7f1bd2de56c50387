import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What became of the latest messages, of everybody and of one agent, is read newest first. */
export const history: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createIndex('outreach_created').on('outreach').column('createdAt').execute();
    await db.schema.createIndex('outreach_agent').on('outreach').columns(['agentId', 'createdAt']).execute();
  },
};
