import { sql } from 'kysely';
import { migrate as kept } from '../../../src/store/migrate.ts';

/** Two outreaches to one customer may be open at a time. */
export const migrate: typeof kept = async (db) => {
  await kept(db);
  await sql`drop index if exists outreach_open_customer`.execute(db);
};
